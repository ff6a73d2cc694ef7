package org.watchfloor.alert.calendar.ical;

/** A calendar's text while it is written. Confined to one export. */
final class Lines {
    private final StringBuilder text = new StringBuilder();

    /** A line whose value is no text and needs no escaping. */
    Lines add(String name, String value) {
        text.append(Folding.fold(name + ":" + value));
        return this;
    }

    Lines addText(String name, String value) {
        return add(name, Escaping.escape(value));
    }

    String text() {
        return text.toString();
    }
}
