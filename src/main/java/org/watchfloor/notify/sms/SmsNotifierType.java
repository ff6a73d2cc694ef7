package org.watchfloor.notify.sms;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.NotifierType;
import org.watchfloor.notify.http.HttpSender;
import org.watchfloor.notify.text.NoticeText;

/**
 * Reads the {@code sms:} section: numbers, and either {@code twilio} or a {@code gateway} of the operator's own. Each
 * number is a request of its own. When some fail, a further try leaves out those that were accepted; who these are is
 * remembered in memory only, so after a restart in between they get the message again.
 */
public final class SmsNotifierType implements NotifierType<SmsChannel> {
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{3,15}");

    private final HttpSender sender;
    private final NoticeText text;

    public SmsNotifierType(HttpSender sender, NoticeText text) {
        this.sender = sender;
        this.text = text;
    }

    @Override
    public String key() {
        return "sms";
    }

    @Override
    public Class<SmsChannel> specType() {
        return SmsChannel.class;
    }

    @Override
    public SmsChannel read(ConfigNode node) {
        List<String> numbers = node.key("numbers", "whom to tell, in international form such as +4915112345678")
                .texts();
        int parts = node.key("parts", "the text is cut to so many times 160 characters, 1 to 10")
                .integer(SmsChannel.DEFAULT_PARTS, 1, 10);
        Optional<Gateway> twilio = node.section("twilio", "account at Twilio").map(Twilio::read);
        Optional<Gateway> gateway = node.section("gateway", "any gateway that takes HTTP")
                .map(section -> new HttpGatewayReader(section).read());
        if (numbers.isEmpty()) {
            node.problem("numbers", "nobody to tell", "add numbers: [\"+4915112345678\"]");
        }
        numbers.stream()
                .filter(number -> !NUMBER.matcher(number).matches())
                .forEach(number ->
                        node.problem("numbers", "\"" + number + "\" is not a number", "write it as +4915112345678"));
        if (twilio.isPresent() == gateway.isPresent()) {
            node.problem(
                    twilio.isPresent() ? "sms holds both twilio and gateway" : "sms holds neither twilio nor gateway",
                    "keep one of twilio, gateway");
        }
        return new SmsChannel(numbers, parts, twilio.or(() -> gateway).orElseGet(SmsNotifierType::nowhere));
    }

    @Override
    public Notifier open(SmsChannel spec) {
        return new SmsNotifier(spec, sender, text);
    }

    /** Stands in where none is given, in a spec that is rejected anyway. */
    private static Gateway nowhere() {
        return new Twilio("", new Secret.Variable("MISSING"), "", URI.create("https://missing.invalid"));
    }
}
