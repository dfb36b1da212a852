package io.vigil.ward;

/**
 * Somebody who may sign in.
 *
 * @param id what is typed to sign in
 * @param name as shown beside answers
 */
public record Person(String id, String name, Role role) {}
