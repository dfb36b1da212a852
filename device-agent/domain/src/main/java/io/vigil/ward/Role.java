package io.vigil.ward;

/** What a signed-in person is on the ward. */
public enum Role {
    DOCTOR,
    NURSE,
    TECHNICIAN,
    ADMINISTRATOR
}
