package org.watchfloor.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.watchfloor.lab.Fault;
import org.watchfloor.lab.Lab;
import org.watchfloor.lab.LabScript;
import org.watchfloor.lab.LabScriptPlayer;
import org.watchfloor.lab.LabScriptReader;
import org.watchfloor.lab.LabScriptResult;
import org.watchfloor.lab.LabTarget;
import org.watchfloor.lab.PortPlan;
import org.watchfloor.ui.lab.LabBoard;

/** The lab while the program runs, with the script that plays in it and its switches for the console. */
final class LabPart implements LabBoard {
    private static final String BASE_PORT = "lab.base-port";

    private final Optional<Path> script;
    private final InstantSource clock;
    private final Executor background;
    private Optional<Lab> lab = Optional.empty();
    private Optional<Thread> player = Optional.empty();

    /** @param background runs the switches of the console */
    LabPart(Optional<Path> script, InstantSource clock, Executor background) {
        this.script = script;
        this.clock = clock;
        this.background = background;
    }

    void start() throws IOException, StartFailed {
        Lab opened = Lab.open(ports(), Thread.ofVirtual().name("lab-", 0).factory(), clock);
        lab = Optional.of(opened);
        LabScriptPlayer playing = new LabScriptPlayer(opened, script(opened.targets()), clock, new SystemWaiter(clock));
        player = Optional.of(Thread.ofVirtual().name("lab-script").start(() -> {
            try {
                playing.play();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    void stop() {
        player.ifPresent(Thread::interrupt);
        lab.ifPresent(Lab::close);
    }

    @Override
    public List<Target> targets() {
        return lab.stream()
                .flatMap(open -> open.targets().stream().map(target -> target(open, target)))
                .toList();
    }

    @Override
    public void set(String target, String fault) {
        lab.ifPresent(open -> Fault.of(fault).ifPresent(known -> background.execute(() -> open.set(target, known))));
    }

    @Override
    public void mend(String target) {
        lab.ifPresent(open -> background.execute(() -> open.mend(target)));
    }

    @Override
    public void mendAll() {
        lab.ifPresent(open -> background.execute(open::mendAll));
    }

    private static PortPlan ports() throws StartFailed {
        String base = System.getProperty(BASE_PORT, Integer.toString(PortPlan.DEFAULT_BASE));
        try {
            return PortPlan.startingAt(Integer.parseInt(base));
        } catch (IllegalArgumentException _) {
            throw new StartFailed(BASE_PORT + " is \"" + base + "\"; use a number from 1024 to 65000");
        }
    }

    private LabScript script(List<LabTarget> targets) throws StartFailed {
        if (script.isEmpty()) {
            return LabScript.demo(targets);
        }
        return switch (new LabScriptReader(targets).read(script.get())) {
            case LabScriptResult.Parsed parsed -> parsed.script();
            case LabScriptResult.Rejected rejected ->
                throw new StartFailed("the lab script is invalid:\n"
                        + rejected.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        };
    }

    private static Target target(Lab lab, LabTarget target) {
        List<String> faults = new ArrayList<>();
        target.faults().forEach(fault -> faults.add(fault.word()));
        String place = target.port().isPresent() ? "127.0.0.1:" + target.port().getAsInt() : target.summary();
        return new Target(
                target.name(),
                place,
                faults,
                lab.fault(target.name()).map(Fault::word).orElse(""));
    }
}
