package org.entente.api.page.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.entente.model.origin.certificate.Certificate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was typed into the form of a certificate, complete or not. Immutable; keeps what it is given, right or wrong, so
 * that nobody types twice.
 */
public final class CertificateForm {
    private static final Pattern ITEM = Pattern.compile("/items/(\\d{1,4})(/.*)");
    private static final Pattern ROW = Pattern.compile("(?:/items/\\d{1,4}/invoices|/originals)/(\\d{1,2})/");
    private static final Pattern SPECIAL = Pattern.compile("/(?:flags|thirdPartyInvoicer|exhibition|originals)");
    private static final int MOST_FIELDS = 20_000;
    private static final int MOST_ROWS = 49;

    private final SortedMap<String, List<String>> fields;
    private final int items;

    private CertificateForm(SortedMap<String, List<String>> fields, int items) {
        this.fields = fields;
        this.items = items;
    }

    /**
     * A form of which only some fields are filled in.
     *
     * @param fields text by JSON Pointer
     * @return the form, with one empty item
     */
    public static CertificateForm of(Map<String, String> fields) {
        SortedMap<String, List<String>> typed = new TreeMap<>();
        fields.forEach((pointer, text) -> typed.put(pointer, List.of(text)));
        return new CertificateForm(typed, 1);
    }

    /**
     * The form as a browser sends it.
     *
     * @param parameters all parameters; those that are no fields are passed over
     * @return the form, its items numbered without gaps
     */
    public static CertificateForm sent(Map<String, String[]> parameters) {
        SortedMap<String, List<String>> typed = new TreeMap<>();
        parameters.forEach((name, texts) -> {
            if (typed.size() < MOST_FIELDS && FieldKind.of(name).isPresent()) {
                typed.put(name, List.of(texts));
            }
        });
        return renumbered(typed, -1);
    }

    /**
     * The form of what was stored or uploaded.
     *
     * @param certificate a JSON object of a certificate's form, maybe with faults
     * @return the form; what has no field is left out
     */
    public static CertificateForm of(JsonNode certificate) {
        return renumbered(placed(certificate, pointer -> {}), -1);
    }

    /**
     * What of an uploaded certificate the form has no field for.
     *
     * @param certificate any JSON
     * @return JSON Pointers
     */
    public static List<String> withoutPlace(JsonNode certificate) {
        List<String> places = new ArrayList<>();
        Set<String> placed = placed(certificate, places::add).keySet();
        List<Integer> kept = items(placed, -1);
        placed.stream()
                .filter(pointer ->
                        index(pointer).filter(item -> !kept.contains(item)).isPresent())
                .forEach(places::add);
        return places;
    }

    /** What the form can keep and show, and the places of everything else. */
    private static SortedMap<String, List<String>> placed(JsonNode certificate, Consumer<String> without) {
        SortedMap<String, List<String>> typed = new TreeMap<>();
        FormJson.spread(certificate, (pointer, texts) -> {
            if (typed.size() < MOST_FIELDS && FieldKind.of(pointer).isPresent() && isDrawn(pointer)) {
                typed.put(pointer, texts);
            } else {
                without.accept(pointer);
            }
        });
        return typed;
    }

    private static boolean isDrawn(String pointer) {
        Matcher matcher = ROW.matcher(pointer);
        return !matcher.lookingAt() || Integer.parseInt(matcher.group(1)) <= MOST_ROWS;
    }

    /**
     * What was typed into a field.
     *
     * @param pointer which
     * @return the text; empty if nothing
     */
    public String text(String pointer) {
        String between = FieldKind.of(pointer).equals(Optional.of(FieldKind.CRITERIA)) ? " + " : " ";
        return String.join(between, fields.getOrDefault(pointer, List.of()));
    }

    /**
     * Whether a box is ticked.
     *
     * @param pointer of the group
     * @param value of the box
     * @return true if it is
     */
    public boolean has(String pointer, String value) {
        return fields.getOrDefault(pointer, List.of()).contains(value);
    }

    /**
     * The items, by the index that their fields have.
     *
     * @return 0 up to one less than their number
     */
    public List<Integer> items() {
        return IntStream.range(0, items).boxed().toList();
    }

    /**
     * The rows of a list that has no buttons of its own: those filled in, and an empty one.
     *
     * @param list JSON Pointer of the list
     * @return 0 up to their number
     */
    public List<Integer> rows(String list) {
        int last = fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(list + "/"))
                .filter(field -> field.getValue().stream().anyMatch(text -> !text.isBlank()))
                .map(field -> field.getKey().substring(list.length() + 1).split("/", 2)[0])
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(-1);
        return IntStream.rangeClosed(0, Math.min(last + 1, MOST_ROWS)).boxed().toList();
    }

    /**
     * Whether anything is said of special cases.
     *
     * @return true if a box is ticked or such a field filled in
     */
    public boolean hasMore() {
        return fields.entrySet().stream()
                .filter(field -> SPECIAL.matcher(field.getKey()).lookingAt())
                .anyMatch(field -> field.getValue().stream().anyMatch(text -> !text.isBlank()));
    }

    /**
     * One empty item more, with the number after the last one's.
     *
     * @return the form
     */
    public CertificateForm withItem() {
        if (items >= Certificate.MAX_ITEMS) {
            return this;
        }
        CertificateForm form = with("/items/" + items + "/no", String.valueOf(items + 1));
        return new CertificateForm(form.fields, items + 1);
    }

    /**
     * An item less; those behind it move up.
     *
     * @param index of the item
     * @return the form
     */
    public CertificateForm withoutItem(int index) {
        return renumbered(fields, index);
    }

    /**
     * The form with another text in a field.
     *
     * @param pointer which
     * @param text what it says
     * @return the form
     */
    public CertificateForm with(String pointer, String text) {
        SortedMap<String, List<String>> changed = new TreeMap<>(fields);
        changed.put(pointer, List.of(text));
        return new CertificateForm(changed, items);
    }

    /**
     * What the form says, as a certificate is written. Empty fields are left out; a text that is no number stays a
     * text, for the rules to refuse.
     *
     * @return a new object; it has a transport, which may be empty
     */
    public ObjectNode json() {
        ObjectNode json = FormJson.gather(fields);
        if (!json.has("transport")) {
            json.putObject("transport");
        }
        return json;
    }

    private static CertificateForm renumbered(SortedMap<String, List<String>> typed, int without) {
        List<Integer> kept = items(typed.keySet(), without);
        SortedMap<String, List<String>> fields = new TreeMap<>();
        typed.forEach((pointer, texts) ->
                renamed(pointer, index -> kept.indexOf(index)).ifPresent(name -> fields.put(name, texts)));
        return new CertificateForm(fields, Math.max(1, kept.size()));
    }

    /** The items that stay, in their order. */
    private static List<Integer> items(Set<String> pointers, int without) {
        return pointers.stream()
                .flatMap(pointer -> index(pointer).stream())
                .distinct()
                .filter(index -> index != without)
                .sorted()
                .limit(Certificate.MAX_ITEMS)
                .toList();
    }

    private static Optional<Integer> index(String pointer) {
        Matcher matcher = ITEM.matcher(pointer);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** Empty for a field of an item that goes. */
    private static Optional<String> renamed(String pointer, UnaryOperator<Integer> places) {
        Matcher matcher = ITEM.matcher(pointer);
        if (!matcher.matches()) {
            return Optional.of(pointer);
        }
        int place = places.apply(Integer.valueOf(matcher.group(1)));
        return place < 0 ? Optional.empty() : Optional.of("/items/" + place + matcher.group(2));
    }
}
