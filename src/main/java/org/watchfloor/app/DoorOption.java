package org.watchfloor.app;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which running Watchfloor is asked; shared by the commands that ask one. */
final class DoorOption {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:7070",
            description = "address of the web door; default: ${DEFAULT-VALUE}")
    private URI url = URI.create("");

    /**
     * @param environment where the token is looked for
     * @throws ParameterException if it is no web address
     */
    DoorClient client(Map<String, String> environment) {
        boolean isWeb = url.getHost() != null && String.valueOf(url.getScheme()).matches("https?");
        if (!isWeb) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "--url " + url + " is no web address; write such as http://127.0.0.1:7070");
        }
        return new DoorClient(url, Optional.ofNullable(environment.get(DoorClient.TOKEN)));
    }
}
