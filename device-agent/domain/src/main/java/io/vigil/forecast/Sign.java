package io.vigil.forecast;

/**
 * What speaks for a low to come or against it, with its weight in the log-odds of a reading under the limit within 10 and
 * within 30 minutes. Everything is compared to the limit, so that the same weights serve for another.
 *
 * <p>The weights are those of a logistic regression on BrisT1D-Open: the eight people whose sensor spoke every five
 * minutes, their readings from 70 to 160 mg/dL, the limit at 70. {@code FitForecasters} among the tests finds them anew.
 */
enum Sign {
    ALWAYS(0, 0) {
        @Override
        double of(Course course, double limit) {
            return 1;
        }
    },
    /** How far glucose lies above the limit, as a logarithm. */
    LEVEL(0, 0) {
        @Override
        double of(Course course, double limit) {
            return level(course, limit);
        }
    },
    LEVEL_SQUARED(0, 0) {
        @Override
        double of(Course course, double limit) {
            return square(level(course, limit));
        }
    },
    LEVEL_CUBED(0, 0) {
        @Override
        double of(Course course, double limit) {
            return square(level(course, limit)) * level(course, limit);
        }
    },
    /** How far glucose lies under 75, for a limit of 70. */
    UNDER_15_14(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.max(0, Math.log(15.0 / 14) - level(course, limit));
        }
    },
    /** Under 80. */
    UNDER_8_7(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.max(0, Math.log(8.0 / 7) - level(course, limit));
        }
    },
    /** Under 90. */
    UNDER_9_7(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.max(0, Math.log(9.0 / 7) - level(course, limit));
        }
    },
    /** What the last five minutes changed, as a logarithm; falling is negative. */
    STEP_1(0, 0) {
        @Override
        double of(Course course, double limit) {
            return change(course, 0, 1);
        }
    },
    STEP_2(0, 0) {
        @Override
        double of(Course course, double limit) {
            return change(course, 1, 2);
        }
    },
    STEP_3(0, 0) {
        @Override
        double of(Course course, double limit) {
            return change(course, 2, 3);
        }
    },
    STEP_4(0, 0) {
        @Override
        double of(Course course, double limit) {
            return change(course, 3, 4);
        }
    },
    STEPS_5_TO_6(0, 0) {
        @Override
        double of(Course course, double limit) {
            return change(course, 4, 6);
        }
    },
    STEPS_7_TO_12(0, 0) {
        @Override
        double of(Course course, double limit) {
            return change(course, 6, 12);
        }
    },
    STEPS_13_TO_24(0, 0) {
        @Override
        double of(Course course, double limit) {
            return change(course, 12, 24);
        }
    },
    STEP_1_AT_LEVEL(0, 0) {
        @Override
        double of(Course course, double limit) {
            return change(course, 0, 1) * level(course, limit);
        }
    },
    STEP_2_AT_LEVEL(0, 0) {
        @Override
        double of(Course course, double limit) {
            return change(course, 1, 2) * level(course, limit);
        }
    },
    STEP_1_SIZE(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.abs(change(course, 0, 1));
        }
    },
    RISE_AT_LEVEL(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.max(0, change(course, 0, 1)) * level(course, limit);
        }
    },
    STEP_1_AND_2(0, 0) {
        @Override
        double of(Course course, double limit) {
            return change(course, 0, 1) * change(course, 1, 2);
        }
    },
    /** Over the last quarter of an hour. */
    SLOPE_SQUARED(0, 0) {
        @Override
        double of(Course course, double limit) {
            return square(change(course, 0, 3));
        }
    },
    SLOPE_AT_LEVEL(0, 0) {
        @Override
        double of(Course course, double limit) {
            return change(course, 0, 3) * level(course, limit);
        }
    },
    FALL(0, 0) {
        @Override
        double of(Course course, double limit) {
            return fall(course);
        }
    },
    FALL_SQUARED(0, 0) {
        @Override
        double of(Course course, double limit) {
            return square(fall(course));
        }
    },
    FALL_AT_LEVEL(0, 0) {
        @Override
        double of(Course course, double limit) {
            return fall(course) * level(course, limit);
        }
    },
    /** How far glucose has been lower already. */
    LEAST_IN_30(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.least(6) / course.back(0));
        }
    },
    LEAST_IN_60(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.least(12) / course.back(0));
        }
    },
    LEAST_IN_120(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.least(24) / course.back(0));
        }
    },
    /** From how high it fell. */
    MOST_IN_60(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.most(12) / course.back(0));
        }
    },
    MOST_IN_180(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.most(36) / course.back(0));
        }
    },
    /** How long it has hovered near the limit. */
    NEAR_IN_120(0, 0) {
        @Override
        double of(Course course, double limit) {
            return course.shareBelow(limit * 8 / 7, 24);
        }
    },
    NEAR_IN_180(0, 0) {
        @Override
        double of(Course course, double limit) {
            return course.shareBelow(limit * 9 / 7, 36);
        }
    },
    /** How restless the sensor is, this hour and this day. */
    UNREST(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.unrest(12));
        }
    },
    UNREST_AT_LEVEL(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.unrest(12)) * level(course, limit);
        }
    },
    UNREST_OF_DAY(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.unrest(288));
        }
    },
    UNREST_OF_DAY_AT_LEVEL(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.unrest(288)) * level(course, limit);
        }
    },
    WALK(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.walk(12));
        }
    },
    WALK_AT_LEVEL(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log1p(course.walk(12)) * level(course, limit);
        }
    },
    /** What the day was like. */
    LOW_OF_DAY(0, 0) {
        @Override
        double of(Course course, double limit) {
            return course.shareBelow(limit, 288);
        }
    },
    NEAR_OF_DAY(0, 0) {
        @Override
        double of(Course course, double limit) {
            return course.shareBelow(limit * 9 / 7, 288);
        }
    },
    MEAN_OF_DAY(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.log(course.mean(288) / limit);
        }
    },
    /** How long ago it was low. */
    SINCE_LOW_60(0, 0) {
        @Override
        double of(Course course, double limit) {
            return Math.min(course.sinceBelow(limit, 72), 12) / 12.0;
        }
    },
    SINCE_LOW_360(0, 0) {
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
