package org.entente.api.webhook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.entente.api.event.Event;
import org.entente.api.event.EventType;
import org.entente.model.finding.Findings;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator registers.
 *
 * @param address where the system listens
 * @param organisation whose system it is; empty for the administration's own
 * @param officers of whose events the administration's system is told
 * @param types of which types only; empty for all
 */
record EndpointForm(String address, Optional<UUID> organisation, Set<Event.Officers> officers, List<String> types) {
    private static final int LONGEST = 2_000;

    /**
     * A new endpoint, for the API's description.
     *
     * @param url https and a DNS name on the public internet
     * @param organisation an exporter; left out for the administration itself
     * @param officers ISSUING, VERIFYING or both, for the administration; left out for an exporter
     * @param types types of events; left out for all
     */
    record New(
            String url,
            @Nullable UUID organisation,
            @Nullable List<Event.Officers> officers,
            @Nullable List<String> types) {}

    /** Empty only with an error among the findings. */
    static Optional<EndpointForm> read(ObjectReader in, Findings findings, Predicate<String> mayCall) {
        Optional<String> url = in.text("url", LONGEST);
        if (url.filter(mayCall).isEmpty() && url.isPresent()) {
            findings.add(WebhookCode.WEBHOOK_ADDRESS_REFUSED, in.at("url"), "https and a DNS name are expected");
        }
        Optional<UUID> organisation = in.optionalParsed("organisation", "an organisation's id", UUID::fromString);
        List<Event.Officers> officers = in.has("officers")
                ? in.parsedList("officers", 1, 2, "ISSUING or VERIFYING", Event.Officers::valueOf)
                : List.of();
        List<String> types = in.has("types")
                ? in.parsedList("types", 1, EventType.values().length, "a type of event", EndpointForm::type)
                : List.of();
        if (in.has("organisation") == in.has("officers")) {
            findings.add(JsonCode.JSON_VALUE_INVALID, "", "either organisation or officers is expected");
        }
        return findings.hasErrors()
                ? Optional.empty()
                : Optional.of(new EndpointForm(url.orElseThrow(), organisation, Set.copyOf(officers), types));
    }

    private static String type(String text) {
        return EventType.ofWire(text)
                .map(EventType::wire)
                .orElseThrow(() -> new IllegalArgumentException("another type"));
    }
}
