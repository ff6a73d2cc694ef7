package org.watchfloor.store;

/** How wide a step of a roll-up is. */
enum Width {
    FIVE_MINUTES("5m", 300_000L, Shelf.FIVE_MINUTES_OF_DAY, Shelf.FIVE_MINUTES_OF_HOUR),
    ONE_HOUR("1h", OpenHours.HOUR, Shelf.ONE_HOUR_OF_DAY, Shelf.ONE_HOUR_OF_HOUR);

    private final String text;
    private final long millis;
    private final Shelf ofDay;
    private final Shelf ofHour;

    Width(String text, long millis, Shelf ofDay, Shelf ofHour) {
        this.text = text;
        this.millis = millis;
        this.ofDay = ofDay;
        this.ofHour = ofHour;
    }

    String text() {
        return text;
    }

    long millis() {
        return millis;
    }

    Shelf ofDay() {
        return ofDay;
    }

    Shelf ofHour() {
        return ofHour;
    }
}
