package org.watchfloor.notify.custom;

import java.util.List;
import java.util.Map;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.ChannelSpec;

/**
 * A command as the operator wrote it.
 *
 * @param argv the command and its arguments, at least one; no shell reads them
 * @param environment what is added to the clean environment
 * @param secrets the same for values that are looked up at the moment of use
 */
record CustomChannel(List<String> argv, Map<String, String> environment, Map<String, Secret> secrets)
        implements ChannelSpec {
    CustomChannel {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        secrets = Map.copyOf(secrets);
    }

    @Override
    public String summary() {
        return "command " + String.join(" ", argv);
    }
}
