package org.watchfloor.ssh;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the way to a target: its jump hosts, ports, users and identity files. */
final class Routes {
    private static final int MAX_HOPS = 8;
    private static final Pattern JUMP = Pattern.compile(
            "(?:ssh://)?(?:(?<user>[^@]+)@)?(?:\\[(?<literal>[^\\]]+)\\]|(?<host>[^:/]+))(?::(?<port>[0-9]{1,5}))?/?");

    private final SshFiles files;
    private final SshConfigFile config;

    Routes(SshFiles files) {
        this.files = files;
        this.config = new SshConfigFile(files.home());
    }

    /** The hops in the order of dialling; empty if the jump hosts run in a circle or make no sense. */
    List<Hop> to(SshTarget target) {
        if (!target.configured()) {
            return List.of(hop(target, new HostSettings()));
        }
        List<Hop> hops = new ArrayList<>();
        return collect(target, Optional.empty(), hops) ? hops : List.of();
    }

    /** @param jumps the jump hosts before the target, if the one who asks has named them */
    private boolean collect(SshTarget target, Optional<List<String>> jumps, List<Hop> hops) {
        HostSettings settings = config.of(target.host());
        hops.addFirst(hop(target, settings));
        List<String> before = jumps.orElseGet(settings::proxyJump);
        if (before.isEmpty()) {
            return true;
        }
        List<String> earlier = before.subList(0, before.size() - 1);
        return hops.size() < MAX_HOPS
                && jump(before.getLast())
                        .map(jump -> collect(jump, earlier.isEmpty() ? Optional.empty() : Optional.of(earlier), hops))
                        .orElse(false);
    }

    private static Optional<SshTarget> jump(String text) {
        Matcher matcher = JUMP.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host = Optional.ofNullable(matcher.group("literal")).orElseGet(() -> matcher.group("host"));
        return Optional.of(new SshTarget(
                host,
                Optional.ofNullable(matcher.group("port")).map(Integer::valueOf),
                Optional.ofNullable(matcher.group("user")),
                SshLogin.LIKE_SSH,
                Optional.empty(),
                true));
    }

    private Hop hop(SshTarget target, HostSettings settings) {
        String host = settings.hostName()
                .map(name -> name.replace("%h", target.host()))
                .orElse(target.host());
        String user = target.user().or(settings::user).orElse(files.localUser());
        return new Hop(
                host,
                target.port().or(settings::port).orElse(22),
                user,
                target.login(),
                identityFiles(settings, host, user));
    }

    private List<Path> identityFiles(HostSettings settings, String host, String user) {
        List<Path> found = new ArrayList<>();
        for (String written : settings.identityFiles()) {
            try {
                found.add(config.inHome(written.replace("%d", files.home().toString())
                        .replace("%h", host)
                        .replace("%r", user)
                        .replace("%u", files.localUser())));
            } catch (InvalidPathException _) {
                // as missing as any other file that does not exist
            }
        }
        return found.isEmpty() ? files.defaultKeys() : found;
    }
}
