package org.entente.model.origin.certificate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.model.finding.Findings;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;

/** Reads the parts of a certificate's header. */
final class PartReader {
    private static final Party NOBODY = new Party(Optional.empty(), "?", Optional.empty(), new CountryCode("ZZ"));
    private static final Transport NO_TRANSPORT =
            new Transport(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    private final Findings findings;

    PartReader(Findings findings) {
        this.findings = findings;
    }

    Party party(Optional<ObjectReader> reader) {
        return optionalParty(reader).orElse(NOBODY);
    }

    Optional<Party> optionalParty(Optional<ObjectReader> reader) {
        return reader.map(in -> {
            CodedMembers members = new CodedMembers(in, findings);
            Optional<Party.Identifier> id = in.optionalObject("id").map(entry -> {
                CodedMembers parts = new CodedMembers(entry, findings);
                Party.Identifier read = new Party.Identifier(parts.text("scheme", 60), parts.text("value", 60));
                entry.end();
                return read;
            });
            Party party = new Party(
                    id,
                    members.text("name", Party.MAX_NAME),
                    in.optionalText("address", Party.MAX_ADDRESS),
                    members.country("country"));
            in.end();
            return party;
        });
    }

    Transport transport(Optional<ObjectReader> reader) {
        return reader.map(in -> {
                    CodedMembers members = new CodedMembers(in, findings);
                    Transport transport = new Transport(
                            members.optionalDay("departureDate"),
                            in.optionalText("vessel", 100),
                            port(members, "loading"),
                            port(members, "discharge"),
                            in.parsedList("transit", 0, 50, "two upper-case letters", CountryCode::new),
                            in.parsedList("containers", 0, 500, "at most 20 characters", PartReader::shortText));
                    in.end();
                    return transport;
                })
                .orElse(NO_TRANSPORT);
    }

    Set<Flag> flags(ObjectReader in) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        List<Flag> listed = in.parsedList(
                "flags",
                0,
                Flag.values().length,
                "a flag such as retroactive, each once",
                text -> Flag.ofWire(text).orElseThrow(IllegalArgumentException::new));
        for (Flag flag : listed) {
            if (!flags.add(flag)) {
                findings.add(JsonCode.JSON_VALUE_INVALID, in.at("flags"), "each flag once");
            }
        }
        return flags;
    }

    List<Original> originals(ObjectReader in) {
        List<Original> originals = new ArrayList<>();
        for (ObjectReader entry : in.objects("originals", 0, 50)) {
            CodedMembers members = new CodedMembers(entry, findings);
            originals.add(new Original(
                    members.reference("referenceNo"),
                    members.day("date"),
                    members.country("country"),
                    members.integer("item", 1, 9_999),
                    members.quantity("quantity"),
                    members.unit("unit")));
            entry.end();
        }
        return originals;
    }

    Optional<Exhibition> exhibition(Optional<ObjectReader> reader) {
        return reader.map(in -> {
            CodedMembers members = new CodedMembers(in, findings);
            Exhibition exhibition =
                    new Exhibition(members.text("name", Party.MAX_NAME), members.text("address", Party.MAX_ADDRESS));
            in.end();
            return exhibition;
        });
    }

    private static Optional<String> port(CodedMembers members, String name) {
        return members.optional(name, OriginCode.ORIGIN_PORT_INVALID, "a UN/LOCODE", Transport::checkLocode);
    }

    private static String shortText(String text) {
        if (text.length() > 20) {
            throw new IllegalArgumentException("too long");
        }
        return text;
    }
}
