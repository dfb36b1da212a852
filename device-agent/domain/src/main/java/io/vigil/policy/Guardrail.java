package io.vigil.policy;

/**
 * How far a setting may be moved. Beyond the absolute bounds nobody moves it; between them and the recommended ones, only
 * somebody who answers for it.
 *
 * @param least what it is never under
 * @param leastRecommended what it is seldom under
 * @param mostRecommended what it is seldom over
 * @param most what it is never over
 */
public record Guardrail(
        SettingValue least, SettingValue leastRecommended, SettingValue mostRecommended, SettingValue most) {

    /** Where a value lies. */
    public enum Place {
        RECOMMENDED,
        /** Allowed, to who answers for it. */
        UNUSUAL,
        REFUSED
    }

    public Guardrail {
        if (least.amount() > leastRecommended.amount()
                || leastRecommended.amount() > mostRecommended.amount()
                || mostRecommended.amount() > most.amount()) {
            throw new IllegalArgumentException(
                    "Bounds out of order: " + least + ", " + leastRecommended + ", " + mostRecommended + ", " + most);
        }
    }

    /** All that is allowed is recommended too. */
    static Guardrail within(SettingValue least, SettingValue most) {
        return new Guardrail(least, least, most, most);
    }

    public Place place(SettingValue value) {
        if (isOutside(value, least, most)) {
            return Place.REFUSED;
        }
        return isOutside(value, leastRecommended, mostRecommended) ? Place.UNUSUAL : Place.RECOMMENDED;
    }

    private static boolean isOutside(SettingValue value, SettingValue least, SettingValue most) {
        return value.amount() < least.amount() || value.amount() > most.amount();
    }
}
