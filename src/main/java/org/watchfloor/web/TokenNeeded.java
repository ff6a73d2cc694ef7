package org.watchfloor.web;

/** Lets in what does something to other machines, with the token of the door only, also on loopback. */
record TokenNeeded(boolean hasToken) {
    /** @throws Problem 403 if the door has none */
    void check() {
        if (!hasToken) {
            throw Problem.of(
                    403,
                    "this does something to other machines, and the door has no token: start Watchfloor with one of at least "
                            + WebSettings.SHORTEST_TOKEN + " characters in WATCHFLOOR_TOKEN");
        }
    }
}
