package org.watchfloor.lab;

/** Which port each service of the lab gets. Immutable. */
public final class PortPlan {
    /** Services count upwards from here; the sample configuration names these ports. */
    public static final int DEFAULT_BASE = 18_000;

    private final int base;

    private PortPlan(int base) {
        this.base = base;
    }

    /**
     * Service number n gets port {@code base + n}.
     *
     * @param base 1,024 to 65,000
     */
    public static PortPlan startingAt(int base) {
        if (base < 1_024 || base > 65_000) {
            throw new IllegalArgumentException("lab.base-port is " + base + "; use 1024 to 65000");
        }
        return new PortPlan(base);
    }

    int portOf(int number) {
        return base + number;
    }
}
