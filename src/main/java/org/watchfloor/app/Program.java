package org.watchfloor.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.config.ConfigDirectory;

/** One run of Watchfloor: from the first stage that starts to the last that stops, whichever way it ends. */
final class Program {
    /** Time that checks under way have to end. */
    static final Duration DRAIN = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    private static final int CRASHED = 3;

    private final Options options;
    private final DataDirectory data;
    private final Ending ending;

    Program(Options options, DataDirectory data, Ending ending) {
        this.options = options;
        this.data = data;
        this.ending = ending;
    }

    /**
     * Returns when the window was closed, a signal came or an essential thread died; everything is stopped then.
     *
     * @param toolkit if it has begun already
     */
    int run(Optional<Toolkit> toolkit) throws StartFailed {
        if (options.headless()) {
            return start(Optional.empty());
        }
        try (ConsolePart console = new ConsolePart(toolkit.orElseGet(Toolkit::begin), data.path(), ending::ask)) {
            return start(Optional.of(console));
        }
    }

    private int start(Optional<ConsolePart> console) throws StartFailed {
        try (ProbeRoom probes = ProbeRoom.open(DataOption.pins(data.path()))) {
            ChannelRoom channels = ChannelRoom.open();
            ConfigDirectory config =
                    new ConfigDirectory(options.config(), probes.probes().types(), channels.sections());
            Parts parts =
                    new Parts(probes.probes(), RecoveryRoom.performer(probes.sessions()), channels, config, console);
            Wiring wiring = new Wiring(options, data, parts, Clock.systemUTC());
            Lifecycle lifecycle = new Lifecycle(wiring.stages(), ending::isAsked);
            wiring.show(lifecycle::steps);
            console.ifPresent(window -> window.follow(lifecycle::steps));
            Thread.setDefaultUncaughtExceptionHandler(this::died);
            lifecycle.start();
            int exitCode = ending.await();
            lifecycle.stop();
            LOG.info("stopped");
            return exitCode;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CRASHED;
        }
    }

    private void died(Thread thread, Throwable cause) {
        LOG.error("thread {} died", thread.getName(), cause);
        if (Wiring.ESSENTIAL_THREADS.contains(thread.getName())) {
            ending.crash();
        }
    }
}
