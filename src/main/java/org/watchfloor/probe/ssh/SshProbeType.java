package org.watchfloor.probe.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.model.PoolFigures;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.Pools;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.ProbeType;
import org.watchfloor.probe.ladder.Descent;
import org.watchfloor.probe.net.NameLookup;
import org.watchfloor.probe.output.OutputFormat;
import org.watchfloor.probe.output.OutputSpec;
import org.watchfloor.ssh.SshLogin;
import org.watchfloor.ssh.SshSecret;
import org.watchfloor.ssh.SshSessions;
import org.watchfloor.ssh.SshTarget;

/** Reads the {@code ssh:} section; all SSH probes share the sessions. */
public final class SshProbeType implements ProbeType<SshCheck> {
    private static final int MAX_PORT = 65_535;

    private final SshSessions sessions;
    private final NameLookup names;

    /** @param names for the ladder; sessions look names up themselves */
    public SshProbeType(SshSessions sessions, NameLookup names) {
        this.sessions = sessions;
        this.names = names;
    }

    @Override
    public String key() {
        return "ssh";
    }

    @Override
    public Class<SshCheck> specType() {
        return SshCheck.class;
    }

    @Override
    public SshCheck read(ConfigNode node) {
        SshTarget target = target(node);
        Optional<String> command = node.key("command", "what the login shell of the remote user runs")
                .text();
        Recipe recipe = node.key(
                        "recipe", "a built-in command instead: linux-vitals (load, CPU, memory, disks, uptime)")
                .choice(Recipe.NONE);
        OutputSpec output = OutputSpec.read(node, OutputFormat.NONE);
        if (command.filter(text -> !text.isBlank()).isPresent() == (recipe != Recipe.NONE)) {
            node.problem(
                    "an ssh check needs a command or a recipe, not both", "write command: or recipe: linux-vitals");
        }
        return new SshCheck(target, command.orElse(""), recipe, output);
    }

    @Override
    public Probe open(SshCheck spec) {
        return new SshProbe(sessions, spec);
    }

    @Override
    public Optional<Ladder> ladder(SshCheck spec) {
        Probe probe = open(spec);
        return Optional.of((timeout, good) ->
                Descent.down(SshWay.of(sessions.way(spec.target()), spec), probe, names, timeout, good));
    }

    @Override
    public void adopt(List<SshCheck> specs, Pools limits) {
        sessions.keepOnly(specs.stream().map(SshCheck::target).collect(Collectors.toSet()), limits.ssh());
    }

    @Override
    public Optional<PoolFigures> pool() {
        return Optional.of(sessions.figures());
    }

    private static SshTarget target(ConfigNode node) {
        String host = node.key("host", "name, address or alias of ~/.ssh/config; default: the address of the host")
                .text("{host.address}");
        int port = node.key("port", "1 to 65535; 0, the default: from ~/.ssh/config, else 22")
                .integer(0, 0, MAX_PORT);
        Optional<String> user = node.key(
                        "user", "who logs in; default: from ~/.ssh/config, else the user that Watchfloor runs as")
                .text();
        SshLogin login = login(node);
        Optional<Path> knownHosts = node.key(
                        "known-hosts",
                        "the only file of trusted host keys; default: Watchfloor's own, ~/.ssh and /etc/ssh")
                .path();
        boolean configured = node.key("config", "whether ~/.ssh/config is consulted; default true")
                .flag(true);
        return new SshTarget(
                host, port == 0 ? Optional.empty() : Optional.of(port), user, login, knownHosts, configured);
    }

    private static SshLogin login(ConfigNode node) {
        Optional<Path> key = node.key(
                        "key",
                        "private key file; default: the agent, then IdentityFile of ~/.ssh/config, then ~/.ssh/id_*")
                .path();
        Optional<SshSecret> passphrase = secret(node, "passphrase", "opens the key: ${NAME} or file:PATH");
        Optional<SshSecret> password = secret(node, "password", "log in by password: ${NAME} or file:PATH");
        boolean agent = node.key(
                        "agent",
                        "whether a running ssh-agent is asked when neither key nor password is given; default true")
                .flag(true);
        if (passphrase.isPresent() && key.isEmpty()) {
            node.problem("passphrase", "there is no key to open", "add key: with the private key file");
        }
        return new SshLogin(key, passphrase, password, agent);
    }

    private static Optional<SshSecret> secret(ConfigNode node, String name, String doc) {
        return node.key(name, doc).secret().map(ReferredSecret::new);
    }
}
