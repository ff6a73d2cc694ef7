package org.watchfloor.store;

/**
 * What the store keeps in memory beside the database, and rebuilds from it at start.
 *
 * @param book numbers of series
 * @param hours samples not sealed yet
 * @param standings newest transition of each check
 * @param unobserved latest gaps
 * @param refused rows that could not be written
 */
record Memory(SeriesBook book, OpenHours hours, Standings standings, Unobserved unobserved, SetAside refused) {
    static Memory empty() {
        return new Memory(new SeriesBook(), new OpenHours(), new Standings(), new Unobserved(), new SetAside());
    }
}
