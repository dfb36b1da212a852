package io.vigil.ward;

import java.time.LocalDate;

/**
 * A person who lies on the ward.
 *
 * @param bed as the ward calls it, such as {@code Bed 07}
 * @param name family name first, as on the wristband
 * @param number the hospital's number of the person
 * @param about one line for the header, such as the diagnosis
 */
public record Patient(PatientId id, String bed, String name, LocalDate born, String number, String about) {}
