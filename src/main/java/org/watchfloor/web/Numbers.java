package org.watchfloor.web;

import java.util.Optional;

/** Numbers that JSON can say. */
final class Numbers {
    private Numbers() {}

    /** Empty for NaN and infinities, which JSON does not know. */
    static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
