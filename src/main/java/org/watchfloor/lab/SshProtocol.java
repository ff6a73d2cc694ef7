package org.watchfloor.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;

/** SSH with one user, a password, a key, and commands that are recited; no shell, no forwarding, no files. */
final class SshProtocol implements Protocol {
    static final String USER = "watch";

    private static final Set<Fault> FAULTS = EnumSet.of(
            Fault.DELAY,
            Fault.HANG,
            Fault.CUT,
            Fault.CHANGED_HOST_KEY,
            Fault.FAILING_COMMAND,
            Fault.HANGING_COMMAND,
            Fault.AUTH_REFUSED);
    private static final Set<Fault> BEFORE_SSH = EnumSet.of(Fault.HANG, Fault.CUT);
    private static final CommandAnswer NO_SHELL = CommandAnswer.failed(1, "this is a lab: there is no shell\n");
    private static final Duration HOUR = Duration.ofHours(1);

    private final ThreadFactory threads;
    private final SshKeys keys;
    private final Function<String, CommandAnswer> shell;
    private final String password = Resources.text("password.txt").strip();

    SshProtocol(ThreadFactory threads, SshKeys keys, Function<String, CommandAnswer> shell) {
        this.threads = threads;
        this.keys = keys;
        this.shell = shell;
    }

    @Override
    public Set<Fault> faults() {
        return FAULTS;
    }

    @Override
    public Listener listen(InetSocketAddress address, Optional<Fault> fault) throws IOException {
        if (fault.filter(BEFORE_SSH::contains).isPresent()) {
            return SocketListener.at(
                    address, threads, Manner.of(fault), connection -> connection.answer("SSH-2.0-lab\r\n"));
        }
        return SshListener.start(server(address, fault));
    }

    private SshServer server(InetSocketAddress address, Optional<Fault> fault) {
        boolean admits = isNot(Fault.AUTH_REFUSED, fault);
        KeyPair hostKey = isNot(Fault.CHANGED_HOST_KEY, fault) ? keys.host() : SshKeys.fresh();
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(address.getHostString());
        server.setPort(address.getPort());
        server.setNioWorkers(1);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator(
                (user, key, session) -> admits && user.equals(USER) && KeyUtils.compareKeys(key, keys.client()));
        server.setPasswordAuthenticator(
                (user, shown, session) -> admits && user.equals(USER) && shown.equals(password));
        server.setCommandFactory((channel, command) -> command(command, fault));
        server.setShellFactory(channel -> new ScriptedCommand(threads, NO_SHELL, Duration.ZERO));
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, 100);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, Duration.ofSeconds(30));
        return server;
    }

    private ScriptedCommand command(String command, Optional<Fault> fault) {
        CommandAnswer answer = isNot(Fault.FAILING_COMMAND, fault)
                ? shell.apply(command.strip())
                : CommandAnswer.failed(2, "CRITICAL - input/output error\n");
        return new ScriptedCommand(threads, answer, duration(fault));
    }

    private static Duration duration(Optional<Fault> fault) {
        if (isNot(Fault.HANGING_COMMAND, fault)) {
            return isNot(Fault.DELAY, fault) ? Duration.ZERO : Connection.DELAY;
        }
        return HOUR;
    }

    private static boolean isNot(Fault unwanted, Optional<Fault> fault) {
        return fault.filter(unwanted::equals).isEmpty();
    }
}
