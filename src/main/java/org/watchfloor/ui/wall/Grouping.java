package org.watchfloor.ui.wall;

/** What one cell of the wall stands for. */
enum Grouping {
    HOSTS("Hosts"),
    SERVICES("Services"),
    CHECKS("Checks");

    private final String title;

    Grouping(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
