package org.watchfloor.ssh;

import com.jcraft.jsch.AgentConnector;
import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SSHAgentConnector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys and the password of one login, gathered at the moment of use. */
@SuppressWarnings("JdkObsolete") // JSch asks for a Vector
final class Credentials implements IdentityRepository {
    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    private final SshFiles files;
    private final Vector<Identity> identities = new Vector<>();
    private Optional<byte[]> password = Optional.empty();

    private Credentials(SshFiles files) {
        this.files = files;
    }

    /** @throws CredentialMissing if what the operator referred to is not on this machine or does not open */
    static Credentials gather(Hop hop, SshFiles files) throws CredentialMissing {
        Credentials credentials = new Credentials(files);
        SshLogin login = hop.login();
        if (login.isExplicit()) {
            credentials.addExplicit(login);
        } else {
            credentials.addAsSshDoes(hop);
        }
        return credentials;
    }

    Optional<byte[]> password() {
        return password;
    }

    /** The methods worth trying, in order. */
    String methods() {
        String keys = identities.isEmpty() ? "" : "publickey,";
        return password.isEmpty() ? "publickey" : keys + "password,keyboard-interactive";
    }

    private void addExplicit(SshLogin login) throws CredentialMissing {
        if (login.key().isPresent()) {
            identities.add(explicitKey(login.key().get(), login.passphrase()));
        }
        if (login.password().isPresent()) {
            password = Optional.of(valueOf(login.password().get()));
        }
    }

    private void addAsSshDoes(Hop hop) {
        if (hop.login().agent()) {
            files.agentSocket().filter(Files::exists).ifPresent(this::addAgent);
        }
        for (Path file : hop.identityFiles()) {
            if (Files.isReadable(file)) {
                addDefaultKey(file);
            }
        }
    }

    private static Identity explicitKey(Path file, Optional<SshSecret> passphrase) throws CredentialMissing {
        if (!Files.isReadable(file)) {
            throw new CredentialMissing("key file " + file + " is missing or not readable");
        }
        Identity identity;
        try {
            identity = load(file);
        } catch (JSchException e) {
            throw new CredentialMissing("key file " + file + " holds no private key that can be read");
        }
        if (identity.isEncrypted()) {
            SshSecret secret = passphrase.orElseThrow(() ->
                    new CredentialMissing("key file " + file + " is encrypted; name its passphrase with passphrase:"));
            if (!isOpenedBy(valueOf(secret), identity)) {
                throw new CredentialMissing(
                        "the passphrase in " + secret.reference() + " does not open key file " + file);
            }
        }
        return identity;
    }

    private static boolean isOpenedBy(byte[] passphrase, Identity identity) {
        try {
            return identity.setPassphrase(passphrase);
        } catch (JSchException e) {
            LOG.debug("key {} stays closed: {}", identity.getName(), e.toString());
            return false;
        }
    }

    private void addDefaultKey(Path file) {
        try {
            Identity identity = load(file);
            if (!identity.isEncrypted()) {
                identities.add(identity);
            }
        } catch (JSchException e) {
            LOG.debug("key file {} passed over: {}", file, e.toString());
        }
    }

    private void addAgent(Path socket) {
        try {
            AgentConnector connector = new SSHAgentConnector(socket);
            identities.addAll(new AgentIdentityRepository(connector).getIdentities());
        } catch (AgentProxyException e) {
            LOG.debug("ssh-agent at {} passed over: {}", socket, e.toString());
        }
    }

    private static Identity load(Path file) throws JSchException {
        JSch loader = new JSch();
        loader.addIdentity(file.toString());
        List<Identity> loaded = loader.getIdentityRepository().getIdentities();
        if (loaded.isEmpty()) {
            throw new JSchException("no key");
        }
        return loaded.getFirst();
    }

    private static byte[] valueOf(SshSecret secret) throws CredentialMissing {
        return secret.value()
                .orElseThrow(() -> new CredentialMissing(secret.reference() + " is not set on this machine"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String getName() {
        return "Watchfloor";
    }

    @Override
    public int getStatus() {
        return RUNNING;
    }

    @Override
    public Vector<Identity> getIdentities() {
        return identities;
    }

    @Override
    public boolean add(byte[] identity) {
        return false;
    }

    @Override
    public boolean remove(byte[] blob) {
        return false;
    }

    @Override
    public void removeAll() {
        identities.clear();
    }

    /** What a check refers to is missing; the message is for the operator. */
    static final class CredentialMissing extends Exception {
        CredentialMissing(String message) {
            super(message);
        }
    }
}
