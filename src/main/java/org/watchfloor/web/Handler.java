package org.watchfloor.web;

/** Answers one kind of request. Called on a virtual thread, by many at once. */
@FunctionalInterface
interface Handler {
    /** @throws Problem if it cannot be answered as asked */
    Reply answer(Call call) throws InterruptedException;
}
