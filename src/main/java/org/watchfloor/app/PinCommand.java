package org.watchfloor.app;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchfloor.recovery.approval.PinHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code watchfloor pin}: a person's own PIN as the configuration may know it. */
@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3,
        description = {
            "Asks for a PIN, of 6 to 64 characters, and prints what belongs below approvers: in the configuration, such as",
            "  approvers: { ada: { pin: \"pbkdf2-sha256:600000:…\" } }",
            "Each person runs it alone; the PIN itself is kept nowhere."
        },
        footer = {"", "Exit codes: 0 done, 2 not a usable PIN."})
final class PinCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Logs.off();
        String pin = Typed.secret("PIN: ");
        if (pin.length() < PinHash.SHORTEST || pin.length() > PinHash.LONGEST) {
            return fail("a PIN has " + PinHash.SHORTEST + " to " + PinHash.LONGEST + " characters");
        }
        if (Typed.isTerminal() && !pin.equals(Typed.secret("The same again: "))) {
            return fail("the two are not the same; nothing was made");
        }
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(PinHash.of(pin).text());
        return 0;
    }

    private int fail(String why) {
        Objects.requireNonNull(spec).commandLine().getErr().println("watchfloor: " + why);
        return 2;
    }
}
