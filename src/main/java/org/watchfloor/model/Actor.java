package org.watchfloor.model;

/** Who did something: the operator's login name, {@code api}, or {@code system}. */
public record Actor(String name) {
    public static final Actor SYSTEM = new Actor("system");

    @Override
    public String toString() {
        return name;
    }
}
