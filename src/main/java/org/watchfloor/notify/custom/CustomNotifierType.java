package org.watchfloor.notify.custom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.NotifierType;
import org.watchfloor.notify.text.NoticeJson;
import org.watchfloor.notify.text.NoticeText;

/**
 * Reads the {@code custom:} section. The command gets the notice as JSON on its standard input. Exit 0 accepts it, 75
 * ({@code EX_TEMPFAIL} of sysexits.h) asks for another try, anything else refuses it; the first line of the standard error
 * says why. Its environment is small and clean: {@code PATH}, {@code HOME}, {@code USER}, {@code LANG=C.UTF-8}, on
 * Windows {@code SystemRoot} and {@code TEMP}, and {@code WATCHFLOOR_RUN}, by which its whole process tree is found and
 * killed at the timeout.
 */
public final class CustomNotifierType implements NotifierType<CustomChannel> {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final NoticeJson json;
    private final ThreadFactory pipes;

    /**
     * A kind of channel whose notifiers share nothing.
     *
     * @param pipes makes the two threads that feed and read each running command; platform threads are meant, because a
     *     pipe blocks the carrier of a virtual one
     */
    public CustomNotifierType(NoticeText text, ThreadFactory pipes) {
        this.json = new NoticeJson(text);
        this.pipes = pipes;
    }

    @Override
    public String key() {
        return "custom";
    }

    @Override
    public Class<CustomChannel> specType() {
        return CustomChannel.class;
    }

    @Override
    public CustomChannel read(ConfigNode node) {
        List<String> argv = node.key("argv", "the command and its arguments, such as [/opt/bin/tell, ops]")
                .texts();
        if (argv.isEmpty() || argv.getFirst().isBlank()) {
            node.problem("argv", "no command", "write argv: [command, argument, …]");
        }
        if (argv.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            node.problem("argv", "an argument holds a NUL character", "remove it");
        }
        Map<String, String> plain = new HashMap<>();
        Map<String, Secret> secrets = new HashMap<>();
        node.key("env", "variables added to the clean environment; ${NAME} as a whole value is a secret by reference")
                .textMap()
                .forEach((name, value) -> sort(node, name, value, plain, secrets));
        return new CustomChannel(argv, plain, secrets);
    }

    @Override
    public Notifier open(CustomChannel spec) {
        return new CustomNotifier(spec, json, pipes);
    }

    private static void sort(
            ConfigNode node, String name, String value, Map<String, String> plain, Map<String, Secret> secrets) {
        Matcher reference = REFERENCE.matcher(value);
        if (!VARIABLE.matcher(name).matches() || value.indexOf('\0') >= 0) {
            node.problem("env", "\"" + name + "\" cannot be set", "use letters, digits and underscores in the name");
        } else if (reference.matches()) {
            secrets.put(name, new Secret.Variable(reference.group(1)));
        } else {
            plain.put(name, value);
        }
    }
}
