package org.watchfloor.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Decides about recorded inputs in a process of its own and writes down what came of it. */
final class ReplayElsewhere {
    /** The exit code of a process that goes through sets as the one that began it. */
    static final int NOT_ELSEWHERE = 3;

    private ReplayElsewhere() {}

    /** Arguments: {@link #order} of the other process, the file for what was decided, the recordings. */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals(order())) {
            System.exit(NOT_ELSEWHERE);
        }
        List<String> all = new ArrayList<>();
        for (String tape : Arrays.asList(arguments).subList(2, arguments.length)) {
            all.addAll(decided(Files.readAllBytes(Path.of(tape))));
        }
        Files.write(Path.of(arguments[1]), all);
    }

    static List<String> decided(byte[] bytes) {
        return Player.texts(new Recording(new WrittenSites(new FakeProbe())).inputs(bytes));
    }

    /** Which way this process goes through an immutable set; each process rolls the dice for it. */
    static String order() {
        return String.join("", Set.of("a", "b"));
    }
}
