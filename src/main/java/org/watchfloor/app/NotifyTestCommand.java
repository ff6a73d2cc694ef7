package org.watchfloor.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Site;
import org.watchfloor.model.Actor;
import org.watchfloor.notify.Channel;
import org.watchfloor.notify.Channels;
import org.watchfloor.notify.Delivery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchfloor notify test CHANNEL}: sends one test notice by itself and prints what the receiver said. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3,
        description = {
            "Sends a test through a channel of the configuration and prints what the receiver said.",
            "It is sent by this command itself: Watchfloor need not run."
        },
        footer = {"", "Exit codes: 0 accepted, 1 refused or not delivered, 2 unknown channel or wrong usage."})
final class NotifyTestCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "CHANNEL", description = "id of the channel, as written below channels:")
    private String name = "";

    @Override
    public Integer call() throws InterruptedException {
        Logs.off();
        ChannelRoom room = ChannelRoom.open();
        ConfigResult result;
        try (ProbeRoom probes = ProbeRoom.open(config.directory().resolve("known_hosts"))) {
            result = new ConfigDirectory(config.directory(), probes.probes().types(), room.sections()).read();
        }
        return switch (result) {
            case ConfigResult.Loaded(Site site) ->
                test(site.section(Channels.class).orElse(Channels.NONE), room);
            case ConfigResult.Rejected rejected -> {
                rejected.problems().forEach(err()::println);
                yield 2;
            }
        };
    }

    private int test(Channels channels, ChannelRoom room) throws InterruptedException {
        Optional<Channel> channel = channels.byId().values().stream()
                .filter(candidate -> candidate.id().value().equals(name))
                .findFirst();
        if (channel.isEmpty()) {
            err().println("watchfloor: no channel \"" + name + "\" in " + config.directory() + "; " + known(channels));
            return 2;
        }
        TestNotice notice = new TestNotice(
                channel.get().id(),
                Clock.systemUTC().instant(),
                new Actor(System.getProperty("user.name", "somebody")));
        Delivery delivery = room.notifiers()
                .open(channel.get().spec())
                .send(notice.notice(), Optional.empty(), channel.get().timeout());
        return say(channel.get(), delivery);
    }

    private int say(Channel channel, Delivery delivery) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        String who = channel.id() + " (" + channel.spec().summary() + ")";
        return switch (delivery) {
            case Delivery.Accepted(Optional<String> reference) -> {
                out.println(who + " accepted the test"
                        + reference
                                .map(text -> "; the receiver calls it " + text)
                                .orElse(""));
                yield 0;
            }
            case Delivery.Retry(var why, var after) -> {
                out.println(who + " did not take the test: " + why + "; it may work later"
                        + after.map(wait -> ", the receiver asks for " + wait.toSeconds() + " s")
                                .orElse(""));
                yield 1;
            }
            case Delivery.Refused(String why) -> {
                out.println(who + " refused the test: " + why);
                yield 1;
            }
        };
    }

    private static String known(Channels channels) {
        return channels.byId().isEmpty()
                ? "none is configured; add it below channels:"
                : channels.byId().keySet().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(", ", "known are: ", ""));
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
