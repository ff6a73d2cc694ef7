package org.watchfloor.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.Timings;

/**
 * Decides about the key of one host during one login and remembers why; it never accepts a key by itself. The client
 * asks for the known type first, so a host that shows another type has lost its known key: that counts as changed.
 * {@code @cert-authority} lines are passed over, because host certificates are not asked for.
 */
final class HostKeyCheck implements HostKeyRepository {
    private final List<KnownHostLine> lines;
    private final String host;
    private final Path trustFile;
    private volatile @Nullable Refusal refusal;

    /** @param host {@code web-1} or {@code [web-1]:2222} */
    HostKeyCheck(KnownHosts known, String host, Path trustFile) {
        this.lines = known.of(host).stream()
                .filter(line -> line.marker().isEmpty() || line.marker().equals(KnownHostLine.REVOKED))
                .toList();
        this.host = host;
        this.trustFile = trustFile;
    }

    @Override
    public int check(String askedHost, byte[] key) {
        boolean revoked = lines.stream().anyMatch(line -> isRevoked(line) && line.holds(key));
        if (!revoked && trusted().stream().anyMatch(line -> line.holds(key))) {
            return OK;
        }
        boolean changed = revoked || !trusted().isEmpty();
        refusal = new Refusal(key.clone(), changed);
        return changed ? CHANGED : NOT_INCLUDED;
    }

    /** Why the login was refused, if its host key was the reason. */
    Optional<SshResult> refusal(Timings timings) {
        return Optional.ofNullable(refusal).map(refused -> {
            HostKeyPrint offered = HostKeyPrint.of(typeOf(refused.key()), refused.key());
            return refused.changed()
                    ? new SshResult.HostKeyChanged(
                            host,
                            offered,
                            trusted().stream().map(KnownHostLine::print).toList(),
                            timings)
                    : new SshResult.HostKeyUnknown(host, offered, trustCommand(refused.key()), timings);
        });
    }

    @Override
    public HostKey[] getHostKey() {
        return getHostKey(host, null);
    }

    @Override
    public HostKey[] getHostKey(String askedHost, @Nullable String type) {
        List<HostKey> keys = new ArrayList<>();
        for (KnownHostLine line : lines) {
            try {
                if (type == null || type.equals(line.type())) {
                    keys.add(new HostKey(line.marker(), host, HostKey.GUESS, line.key(), ""));
                }
            } catch (JSchException | RuntimeException _) {
                // a type that JSch does not know cannot be asked for
            }
        }
        return keys.toArray(HostKey[]::new);
    }

    @Override
    public void add(HostKey key, UserInfo info) {}

    @Override
    public void remove(String askedHost, String type) {}

    @Override
    public void remove(String askedHost, String type, byte[] key) {}

    @Override
    public String getKnownHostsRepositoryID() {
        return trustFile.toString();
    }

    private List<KnownHostLine> trusted() {
        return lines.stream().filter(line -> !isRevoked(line)).toList();
    }

    private static boolean isRevoked(KnownHostLine line) {
        return line.marker().equals(KnownHostLine.REVOKED);
    }

    private String trustCommand(byte[] key) {
        String line = host + " " + typeOf(key) + " " + Base64.getEncoder().encodeToString(key);
        return "echo " + quoted(line) + " >> " + quoted(trustFile.toString());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** A key begins with its type, a string of RFC 4251, 5. */
    private static String typeOf(byte[] key) {
        int length = key.length < 4 ? -1 : ByteBuffer.wrap(key).getInt();
        if (length < 0 || length > key.length - 4) {
            return "unknown";
        }
        return new String(key, 4, length, StandardCharsets.US_ASCII).replaceAll("[^A-Za-z0-9@.-]", "?");
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Refusal(byte[] key, boolean changed) {}
}
