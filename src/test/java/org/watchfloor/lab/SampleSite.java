package org.watchfloor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.alert.AlertPolicyReader;
import org.watchfloor.config.Check;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.SectionReader;
import org.watchfloor.config.Site;
import org.watchfloor.gate.BreakerPoliciesReader;
import org.watchfloor.gate.CallLimitsReader;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.notify.ChannelsReader;
import org.watchfloor.notify.desktop.Desk;
import org.watchfloor.notify.desktop.DesktopNotifierType;
import org.watchfloor.notify.text.NoticeText;
import org.watchfloor.probe.PoolsReader;
import org.watchfloor.probe.ProbeType;
import org.watchfloor.probe.command.CommandProbeType;
import org.watchfloor.probe.http.HttpProbeType;
import org.watchfloor.probe.net.NameLookup;
import org.watchfloor.probe.ssh.SshProbeType;
import org.watchfloor.probe.tcp.TcpProbeType;
import org.watchfloor.recovery.Books;
import org.watchfloor.recovery.RunbooksReader;
import org.watchfloor.recovery.approval.ApproversReader;
import org.watchfloor.ssh.SshFiles;
import org.watchfloor.ssh.SshSessions;

/** The sample configuration, read and looked at by the real readers and probes. */
final class SampleSite implements AutoCloseable {
    private static final Path SAMPLE = Path.of("sample-config");
    private static final Pattern PORT = Pattern.compile("\\b180(0[1-9]|1[0-4])\\b");

    private final SshSessions sessions;
    private final Map<String, ProbeType<?>> types;
    private final Site site;

    private SampleSite(Path directory, Path pins) {
        sessions = new SshSessions(SshFiles.ofThisUser(pins), Thread.ofVirtual().factory(), PoolLimits.DEFAULT);
        types = Stream.of(
                        new HttpProbeType(InstantSource.system(), NameLookup.ofSystem()),
                        new TcpProbeType(InstantSource.system(), NameLookup.ofSystem()),
                        new SshProbeType(sessions, NameLookup.ofSystem()),
                        new CommandProbeType(Thread.ofPlatform().daemon().factory()))
                .collect(Collectors.toMap(ProbeType::key, Function.identity()));
        site = switch (new ConfigDirectory(directory, List.copyOf(types.values()), sections()).read()) {
            case ConfigResult.Loaded loaded -> loaded.site();
            case ConfigResult.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }

    private static List<SectionReader<?>> sections() {
        NoticeText text = new NoticeText(ZoneOffset.UTC);
        return List.of(
                new ChannelsReader(
                        List.of(new DesktopNotifierType(Desk.NONE, text, InstantSource.system(), ZoneOffset.UTC))),
                new AlertPolicyReader(ZoneOffset.UTC),
                new ApproversReader(),
                new BreakerPoliciesReader(),
                new CallLimitsReader(),
                new PoolsReader(),
                new RunbooksReader(Books.types(), ZoneOffset.UTC));
    }

    /** As it is in the source tree. */
    static SampleSite asItIs(Path scratch) {
        return new SampleSite(SAMPLE, scratch.resolve("pins"));
    }

    /** A copy with the ports of a lab in the place of the usual ones. */
    static SampleSite of(Lab lab, Path scratch) throws IOException {
        List<Integer> ports = lab.targets().stream()
                .flatMap(target -> target.port().stream().boxed())
                .toList();
        Files.createDirectories(scratch.resolve("lab"));
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> copy(file, scratch.resolve(SAMPLE.relativize(file)), ports));
        }
        return new SampleSite(scratch, scratch.resolve("pins"));
    }

    Site site() {
        return site;
    }

    Observation look(String check, Duration timeout) throws InterruptedException {
        Check found = site.checks().stream()
                .filter(known -> known.id().toString().equals(check))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check " + check));
        return look(found, timeout);
    }

    Outcome outcome(String check, Duration timeout) throws InterruptedException {
        return look(check, timeout).outcome();
    }

    Observation look(Check check, Duration timeout) throws InterruptedException {
        ProbeType<?> type = types.values().stream()
                .filter(known -> known.specType().isInstance(check.spec()))
                .findFirst()
                .orElseThrow();
        return open(type, check.spec(), timeout);
    }

    private static <S extends CheckSpec> Observation open(ProbeType<S> type, CheckSpec spec, Duration timeout)
            throws InterruptedException {
        return type.open(type.specType().cast(spec)).run(timeout);
    }

    @Override
    public void close() {
        sessions.close();
    }

    private static void copy(Path from, Path to, List<Integer> ports) {
        try {
            Matcher named = PORT.matcher(Files.readString(from));
            Files.writeString(to, named.replaceAll(found -> "" + ports.get(Integer.parseInt(found.group(1)) - 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
