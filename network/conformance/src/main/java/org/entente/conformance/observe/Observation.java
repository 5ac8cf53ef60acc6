package org.entente.conformance.observe;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.regex.Pattern;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** Turns what the Fabric client throws or returns into an {@link Observed}. */
public final class Observation {
    private static final String ORDERER = "response from orderer: ";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64,}");
    private static final Pattern SHORT_ID = Pattern.compile("\\[[0-9a-f]{8}\\]");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.-]+:\\d{2,5}");
    private static final Pattern NUMBER = Pattern.compile("\\d{4,}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ][0-9:.]+[^,]*");

    /** Something that asks the network. */
    @FunctionalInterface
    public interface Asking {
        /**
         * Asks.
         *
         * @throws Exception whatever the Fabric client throws
         */
        void ask() throws Exception;
    }

    private Observation() {}

    /**
     * What a caller sees.
     *
     * @param step the step if nothing is thrown, or if what is thrown does not say: {@code evaluate} or {@code events}
     * @param asking what to ask
     * @return how it ended; {@code OK} if nothing was thrown, {@code VALID} for the step {@code commit}
     * @throws AssertionError if it failed in another way than a network does
     */
    public static Observed of(String step, Asking asking) {
        try {
            asking.ask();
            return Observed.of(step, step.equals("commit") ? "VALID" : "OK");
        } catch (CommitException e) {
            return Observed.of("commit", e.getCode().name());
        } catch (GatewayException e) {
            return of(step(e, step), e.getStatus(), e.getDetails());
        } catch (GatewayRuntimeException e) {
            return of(step, e.getStatus(), e.getDetails());
        } catch (StatusRuntimeException e) {
            return of(step, e.getStatus(), List.of());
        } catch (Exception e) {
            throw new AssertionError("not an answer of a network", e);
        }
    }

    private static Observed of(String step, Status status, List<ErrorDetail> details) {
        return new Observed(
                step,
                status.getCode().name(),
                timeless(text(status)),
                details.stream()
                        .map(detail -> speaker(detail) + ": " + timeless(detail.getMessage()))
                        .toList());
    }

    /** Which orderers refuse first, and so end the gateway's asking, differs from run to run: only their number counts. */
    private static String speaker(ErrorDetail detail) {
        return detail.getMessage().contains(ORDERER) ? "<orderer>" : detail.getMspId();
    }

    /** The words of an expired deadline are left out: the caller's own library tells there how its connection stood. */
    private static String text(Status status) {
        boolean own = status.getCode() == Status.Code.DEADLINE_EXCEEDED;
        return own || status.getDescription() == null ? "" : status.getDescription();
    }

    private static String step(GatewayException e, String otherwise) {
        return switch (e) {
            case EndorseException endorse -> "endorse";
            case SubmitException submit -> "submit";
            case CommitStatusException commitStatus -> "status";
            default -> otherwise;
        };
    }

    /** Without transaction ids, addresses, sizes and times, which differ from run to run. */
    private static String timeless(String text) {
        String noTimes = TIME.matcher(text).replaceAll("<time>");
        String noHex =
                HEX.matcher(SHORT_ID.matcher(noTimes).replaceAll("[<hex>]")).replaceAll("<hex>");
        return NUMBER.matcher(ADDRESS.matcher(noHex).replaceAll("<address>")).replaceAll("<number>");
    }
}
