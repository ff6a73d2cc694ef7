package org.watchfloor.probe.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import okhttp3.Credentials;
import org.watchfloor.probe.net.MissingCredential;
import org.watchfloor.probe.net.SecretMask;

/**
 * The credentials of one look, with their values: read for it and dropped after it.
 *
 * @param header name and value; empty without credentials
 * @param mask hides them in what the peer answers
 */
record HttpCredentials(Optional<Header> header, SecretMask mask) {
    record Header(String name, String value) {}

    static HttpCredentials of(HttpAuth auth) throws MissingCredential {
        return switch (auth) {
            case HttpAuth.None _ -> new HttpCredentials(Optional.empty(), SecretMask.over(List.of()));
            case HttpAuth.Basic(String user, var reference) -> {
                String password = MissingCredential.require(reference);
                String value = Credentials.basic(user, password, StandardCharsets.UTF_8);
                yield new HttpCredentials(
                        Optional.of(new Header("Authorization", value)),
                        SecretMask.over(List.of(password, user + ":" + password)));
            }
            case HttpAuth.Bearer(var reference) ->
                plain("Authorization", "Bearer ", MissingCredential.require(reference));
            case HttpAuth.Header(String name, var reference) -> plain(name, "", MissingCredential.require(reference));
        };
    }

    private static HttpCredentials plain(String name, String prefix, String secret) throws MissingCredential {
        if (!secret.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new MissingCredential("the credential for the header " + name + " is not plain ASCII");
        }
        return new HttpCredentials(Optional.of(new Header(name, prefix + secret)), SecretMask.over(List.of(secret)));
    }
}
