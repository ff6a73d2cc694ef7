package org.watchfloor.recovery.ssh;

import java.nio.file.Path;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Values;
import org.watchfloor.ssh.SshLogin;
import org.watchfloor.ssh.SshSecret;
import org.watchfloor.ssh.SshTarget;

/**
 * Where a step logs in; the keys are those of an ssh check.
 *
 * @param host default: the address of the target's host
 * @param port empty: from {@code ~/.ssh/config}, else 22
 * @param user empty: from {@code ~/.ssh/config}, else the user that Watchfloor runs as
 * @param knownHosts the one file of trusted keys; empty: Watchfloor's own and those of this user
 * @param configured whether {@code ~/.ssh/config} is consulted
 */
public record Remote(
        Template host,
        Optional<Integer> port,
        Optional<String> user,
        SshLogin login,
        Optional<Path> knownHosts,
        boolean configured) {
    private static final int MAX_PORT = 65_535;

    public static Remote read(StepNode step) {
        ConfigNode node = step.node();
        Template host = step.text(
                        "host", "name, address or alias of ~/.ssh/config; {{address}} by default", Language.AUTHORITY)
                .orElseGet(() -> Template.parse("{{address}}", Language.AUTHORITY, step.vocabulary())
                        .template());
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
        return new Remote(host, port == 0 ? Optional.empty() : Optional.of(port), user, login, knownHosts, configured);
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
        return node.key(name, doc).secret().map(Referred::new);
    }

    /** A secret of the configuration, as the SSH room sees it. */
    private record Referred(Secret secret) implements SshSecret {
        @Override
        public Optional<String> value() {
            return secret.value();
        }

        @Override
        public String reference() {
            return secret.reference();
        }
    }

    /** Where that is for these values. */
    public SshTarget target(Values values) throws NotRendered {
        String name = host.render(values).open();
        boolean bracketed = name.startsWith("[") && name.endsWith("]");
        return new SshTarget(
                bracketed ? name.substring(1, name.length() - 1) : name, port, user, login, knownHosts, configured);
    }

    /** {@code user@host:port}, as far as given. */
    public String shown(Values values) throws NotRendered {
        return shown(host.render(values).shown());
    }

    private String shown(String name) {
        return user.map(who -> who + "@").orElse("")
                + name
                + port.map(number -> ":" + number).orElse("");
    }

    @Override
    public String toString() {
        return shown(host.written());
    }
}
