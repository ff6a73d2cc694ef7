package org.watchfloor.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.config.Witnesses.Outside;

/** Reads {@code observer:}. Stateless. */
public final class WitnessesReader implements SectionReader<Witnesses> {
    private static final String OUTSIDE = "outside";
    private static final Pattern PLACE = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^\\s:\\[\\]/]+)):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    @Override
    public Class<Witnesses> type() {
        return Witnesses.class;
    }

    @Override
    public Witnesses read(SiteNode site) {
        return site.only("observer", "who says whether it is the network of this machine that is gone")
                .map(WitnessesReader::read)
                .orElse(Witnesses.DEFAULT);
    }

    private static Witnesses read(ConfigNode node) {
        String gateway = node.key("gateway", "auto (default), none, or the address of the gateway")
                .text("auto");
        List<String> places = node.key(OUTSIDE, "up to 8 services outside the own network as HOST:PORT")
                .texts();
        if (places.size() > Witnesses.MOST_OUTSIDE) {
            node.problem(OUTSIDE, places.size() + " outside witnesses", "name at most " + Witnesses.MOST_OUTSIDE);
        }
        List<Outside> outside = new ArrayList<>();
        for (String place : places) {
            outside(place)
                    .ifPresentOrElse(
                            outside::add,
                            () -> node.problem(
                                    OUTSIDE,
                                    "\"" + place + "\" is no HOST:PORT",
                                    "write a name or an address and a port, such as 192.0.2.1:443"));
        }
        boolean given = !gateway.equals("auto") && !gateway.equals("none");
        return new Witnesses(!gateway.equals("none"), given ? Optional.of(gateway) : Optional.empty(), outside);
    }

    private static Optional<Outside> outside(String place) {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(parts.group(3));
        String host = Optional.ofNullable(parts.group(1)).orElse(parts.group(2));
        return port < 1 || port > HIGHEST_PORT ? Optional.empty() : Optional.of(new Outside(host, port));
    }
}
