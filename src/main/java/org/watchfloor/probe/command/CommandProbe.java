package org.watchfloor.probe.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.config.Secret;
import org.watchfloor.model.CleanEnvironment;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Phase;
import org.watchfloor.model.ProcessTree;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Timings;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Causes;
import org.watchfloor.probe.net.SecretMask;
import org.watchfloor.probe.output.CommandOutput;
import org.watchfloor.probe.output.OutputJudge;

/**
 * Runs the command once. It is over when its first process has ended; what it left behind is killed if it still holds
 * the output a moment later.
 */
final class CommandProbe implements Probe {
    private static final Pattern SYSTEM_ERROR = Pattern.compile("error[=:] ?\\d+,? \\(?([^)]+)");
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final CommandCheck check;
    private final ThreadFactory readers;
    private final OutputJudge judge;

    CommandProbe(CommandCheck check, ThreadFactory readers) {
        this.check = check;
        this.readers = readers;
        this.judge = new OutputJudge(check.output());
    }

    @Override
    public Observation run(Duration timeout) throws InterruptedException {
        long begun = System.nanoTime();
        Map<String, String> secrets = new HashMap<>();
        for (Map.Entry<String, Secret> entry : check.secrets().entrySet()) {
            Optional<String> value = entry.getValue().value();
            if (value.isEmpty()) {
                return unknown(Reason.CREDENTIAL_MISSING, entry.getValue().reference() + " is not set on this machine");
            }
            secrets.put(entry.getKey(), value.get());
        }
        ProcessTree tree = new ProcessTree();
        try {
            Optional<List<String>> argv = argv();
            if (argv.isEmpty()) {
                return unknown(
                        Reason.COMMAND_NOT_FOUND, "command " + check.argv().getFirst() + " is not installed");
            }
            if (check.directory().isPresent()
                    && !Files.isDirectory(check.directory().get())) {
                return unknown(
                        Reason.COMMAND_NOT_FOUND,
                        "working directory " + check.directory().get() + " does not exist");
            }
            Process process = start(argv.get(), tree, secrets);
            Observation seen = naming(argv.get().getFirst(), watch(process, tree, begun, timeout));
            return SecretMask.over(secrets.values()).hide(seen);
        } catch (IOException e) {
            return unknown(
                    Reason.COMMAND_NOT_FOUND,
                    "command " + check.argv().getFirst() + " cannot be started: " + reason(e));
        }
    }

    private static Observation naming(String program, Observation seen) {
        List<Fact> facts = new ArrayList<>(seen.facts());
        facts.add(new Fact(CommandLadder.PROGRAM, program));
        return new Observation(seen.outcome(), seen.timings(), seen.measurements(), facts);
    }

    private Optional<List<String>> argv() {
        if (check.shell()) {
            return Optional.of(List.of("/bin/sh", "-c", check.argv().getFirst()));
        }
        return CleanEnvironment.find(check.argv().getFirst()).map(file -> {
            List<String> argv = new ArrayList<>(check.argv());
            argv.set(0, file.toString());
            return argv;
        });
    }

    private Process start(List<String> argv, ProcessTree tree, Map<String, String> secrets) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(argv);
        check.directory().map(Path::toFile).ifPresent(builder::directory);
        CleanEnvironment.fill(builder.environment());
        builder.environment().putAll(check.environment());
        builder.environment().putAll(secrets);
        tree.mark(builder.environment());
        return builder.start();
    }

    private Observation watch(Process process, ProcessTree tree, long begun, Duration timeout)
            throws InterruptedException {
        OutputReader stdout =
                OutputReader.start(process.getInputStream(), check.output().limit(), readers);
        OutputReader stderr =
                OutputReader.start(process.getErrorStream(), check.output().limit(), readers);
        boolean ended = false;
        try {
            closeInput(process);
            ended = process.waitFor(begun + timeout.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
        } finally {
            if (!ended) {
                tree.kill(process);
            }
        }
        Timings timings = new Timings(Map.of(Phase.COMMAND, Duration.ofNanos(System.nanoTime() - begun)));
        if (!ended) {
            String message = "killed after " + timeout.toMillis() + " ms without an end";
            return new Observation(new Outcome.Down(Reason.RESPONSE_TIMEOUT, message), timings, List.of(), List.of());
        }
        awaitOutput(stdout, stderr, tree, begun + timeout.toNanos());
        return judge.judge(
                new CommandOutput(process.exitValue(), stdout.text(), stderr.text(), stdout.isCut() || stderr.isCut()),
                timings);
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // it has ended already, and its input with it
        }
    }

    private static void awaitOutput(OutputReader stdout, OutputReader stderr, ProcessTree tree, long untilNanos)
            throws InterruptedException {
        long grace = Math.min(GRACE_NANOS, untilNanos - System.nanoTime());
        if (!stdout.awaitEnd(grace) || !stderr.awaitEnd(0)) {
            tree.killMarked();
        }
    }

    /** What the operating system says, without the number before it and the command, which is named already. */
    private static String reason(IOException e) {
        Matcher said = SYSTEM_ERROR.matcher(Causes.rootMessage(e));
        return said.find() ? said.group(1) : "it is no program";
    }

    private static Observation unknown(Reason reason, String message) {
        return Observation.of(new Outcome.Unknown(reason, message));
    }
}
