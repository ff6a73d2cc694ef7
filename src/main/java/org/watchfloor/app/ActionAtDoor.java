package org.watchfloor.app;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** An action of the running Watchfloor, followed from outside until it is over. */
final class ActionAtDoor {
    private static final long BETWEEN_MILLIS = 500;

    private final DoorClient door;
    private final long id;

    /** @param action as the door answered when it was asked for */
    ActionAtDoor(DoorClient door, JsonNode action) {
        this.door = door;
        id = action.path("id").asLong(0);
    }

    /**
     * Prints how far it is, once for each change.
     *
     * @return its last status, such as {@code succeeded}; empty if there is no answer any more
     */
    Optional<String> follow(PrintWriter out) throws InterruptedException {
        String said = "";
        while (door.get("/api/v1/actions/" + id) instanceof DoorClient.Found(JsonNode json, String _)) {
            JsonNode action = json.path("action");
            String now = action.path("said").asString("");
            String status = action.path("status").asString("");
            if (!now.equals(said)) {
                said = now;
                out.println("action " + id + " " + status + ": " + now);
                out.flush();
            }
            if (!action.path("ended").asString("").isEmpty()) {
                return Optional.of(status);
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
        }
        return Optional.empty();
    }

    /** What to say when it cannot be followed any longer. */
    String lost() {
        return "the Watchfloor no longer answers; action " + id + " may go on";
    }
}
