package io.vigil.forecast;

/**
 * What speaks for a low to come or against it, with its weight in the log-odds of a reading under the limit within 10 and
 * within 30 minutes. Everything is compared to the limit, so that the same weights serve for another.
 *
 * <p>The weights are those of a logistic regression on BrisT1D-Open: the eight people whose sensor spoke every five
 * minutes, their readings from 70 to 160 mg/dL, the limit at 70. {@code FitForecasters} among the tests finds them anew.
 */
enum Sign {
    ALWAYS(-4.8585, -3.7993) {
        @Override
        double of(Course course, double limit) {
            return 1;
        }
    },
    /** How far glucose lies above the limit, as a logarithm. */
    LEVEL(-16.5715, -10.0888) {
        @Override
        double of(Course course, double limit) {
            return level(course, limit);
        }
    },
    LEVEL_SQUARED(-7.9161, -5.3469) {
        @Override
        double of(Course course, double limit) {
            return square(level(course, limit));
        }
    },
    LEVEL_CUBED(1.0512, 2.5828) {
        @Override
        double of(Course course, double limit) {
            return square(level(course, limit)) * level(course, limit);
        }
    },
    /** How far glucose lies under 75, for a limit of 70. */
    UNDER_15_14(0.5437, 4.3512) {
        @Override
        double of(Course course, double limit) {
            return Math.max(0, Math.log(15.0 / 14) - level(course, limit));
        }
    },
    /** Under 80. */
    UNDER_8_7(6.7264, 0.6364) {
        @Override
        double of(Course course, double limit) {
            return Math.max(0, Math.log(8.0 / 7) - level(course, limit));
        }
    },
    /** Under 90. */
    UNDER_9_7(4.6543, 3.0641) {
        @Override
        double of(Course course, double limit) {
            return Math.max(0, Math.log(9.0 / 7) - level(course, limit));
        }
    },
    /** What the last five minutes changed, as a logarithm; falling is negative. */
    STEP_1(-14.6054, -13.5567) {
        @Override
        double of(Course course, double limit) {
            return change(course, 0, 1);
        }
    },
    STEP_2(-0.5705, -3.1118) {
        @Override
        double of(Course course, double limit) {
            return change(course, 1, 2);
        }
    },
    STEP_3(0.6318, -2.9971) {
        @Override
        double of(Course course, double limit) {
            return change(course, 2, 3);
        }
    },
    STEP_4(-1.3196, -2.0206) {
        @Override
        double of(Course course, double limit) {
            return change(course, 3, 4);
        }
    },
    STEPS_5_TO_6(-1.1079, -1.5485) {
        @Override
        double of(Course course, double limit) {
            return change(course, 4, 6);
        }
    },
    STEPS_7_TO_12(-0.2602, -0.5830) {
        @Override
        double of(Course course, double limit) {
            return change(course, 6, 12);
        }
    },
    STEPS_13_TO_24(-0.0521, 0.0106) {
        @Override
        double of(Course course, double limit) {
            return change(course, 12, 24);
        }
    },
    STEP_1_AT_LEVEL(7.2227, -5.1158) {
        @Override
        double of(Course course, double limit) {
            return change(course, 0, 1) * level(course, limit);
        }
    },
    STEP_2_AT_LEVEL(-0.5696, -1.9249) {
        @Override
        double of(Course course, double limit) {
            return change(course, 1, 2) * level(course, limit);
        }
    },
    STEP_1_SIZE(-2.6243, -2.2009) {
        @Override
        double of(Course course, double limit) {
            return Math.abs(change(course, 0, 1));
        }
    },
    RISE_AT_LEVEL(18.9643, 16.6876) {
        @Override
        double of(Course course, double limit) {
            return Math.max(0, change(course, 0, 1)) * level(course, limit);
        }
    },
    STEP_1_AND_2(15.1042, 11.8421) {
        @Override
        double of(Course course, double limit) {
            return change(course, 0, 1) * change(course, 1, 2);
        }
    },
    /** Over the last quarter of an hour. */
    SLOPE_SQUARED(-1.8213, 0.9180) {
        @Override
        double of(Course course, double limit) {
            return square(change(course, 0, 3));
        }
    },
    SLOPE_AT_LEVEL(-0.5245, -0.8024) {
        @Override
        double of(Course course, double limit) {
            return change(course, 0, 3) * level(course, limit);
        }
    },
    FALL(-5.6946, -3.4771) {
        @Override
        double of(Course course, double limit) {
            return fall(course);
        }
    },
    FALL_SQUARED(-9.3732, -13.1723) {
        @Override
        double of(Course course, double limit) {
            return square(fall(course));
        }
    },
    FALL_AT_LEVEL(-7.2303, 1.3333) {
        @Override
        double of(Course course, double limit) {
            return fall(course) * level(course, limit);
        }
    },
    /** How far glucose has been lower already. */
    LEAST_IN_30(-2.7328, -2.2504) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.least(6) / course.back(0));
        }
    },
    LEAST_IN_60(0.1808, -0.1133) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.least(12) / course.back(0));
        }
    },
    LEAST_IN_120(-0.5557, -0.5352) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.least(24) / course.back(0));
        }
    },
    /** From how high it fell. */
    MOST_IN_60(-0.7759, -1.4432) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.most(12) / course.back(0));
        }
    },
    MOST_IN_180(0.3182, 0.5248) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.most(36) / course.back(0));
        }
    },
    /** How long it has hovered near the limit. */
    NEAR_IN_120(0.2125, 0.4571) {
        @Override
        double of(Course course, double limit) {
            return course.shareBelow(limit * 8 / 7, 24);
        }
    },
    NEAR_IN_180(0.1004, -0.1902) {
        @Override
        double of(Course course, double limit) {
            return course.shareBelow(limit * 9 / 7, 36);
        }
    },
    /** How restless the sensor is, this hour and this day. */
    UNREST(-0.6378, -0.3885) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.unrest(12));
        }
    },
    UNREST_AT_LEVEL(3.4181, 0.0898) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.unrest(12)) * level(course, limit);
        }
    },
    UNREST_OF_DAY(0.3358, 0.3086) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.unrest(288));
        }
    },
    UNREST_OF_DAY_AT_LEVEL(0.8202, 0.1780) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.unrest(288)) * level(course, limit);
        }
    },
    WALK(0.7860, 0.6407) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.walk(12));
        }
    },
    WALK_AT_LEVEL(0.2252, 2.7441) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.walk(12)) * level(course, limit);
        }
    },
    /** What the day was like. */
    LOW_OF_DAY(2.8381, 2.3999) {
        @Override
        double of(Course course, double limit) {
            return course.shareBelow(limit, 288);
        }
    },
    NEAR_OF_DAY(0.0515, 1.0780) {
        @Override
        double of(Course course, double limit) {
            return course.shareBelow(limit * 9 / 7, 288);
        }
    },
    MEAN_OF_DAY(0.2418, 0.3896) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.mean(288) / limit);
        }
    },
    /** How long ago it was low. */
    SINCE_LOW_60(0.6259, 0.8448) {
        @Override
        double of(Course course, double limit) {
            return Math.min(course.sinceBelow(limit, 72), 12) / 12.0;
        }
    },
    SINCE_LOW_360(-0.0212, -0.0931) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.sinceBelow(limit, 72));
        }
    };

    private final double within10;
    private final double within30;

    Sign(double within10, double within30) {
        this.within10 = within10;
        this.within30 = within30;
    }

    abstract double of(Course course, double limit);

    double within10() {
        return within10;
    }

    double within30() {
        return within30;
    }

    private static double level(Course course, double limit) {
        return Math.log(course.back(0) / limit);
    }

    private static double change(Course course, int later, int earlier) {
        return Math.log(course.back(later) / course.back(earlier));
    }

    private static double fall(Course course) {
        return Math.min(0, change(course, 0, 3));
    }

    private static double square(double value) {
        return value * value;
    }
}
