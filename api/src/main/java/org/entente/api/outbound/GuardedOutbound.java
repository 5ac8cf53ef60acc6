package org.entente.api.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/** Calls with Apache's client, from which everything is taken that would follow, remember, repeat or unpack. */
final class GuardedOutbound implements Outbound, AutoCloseable {
    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_TO_ONE_HOST = 4;
    private static final int BUFFER = 8_192;

    private final OutboundPolicy policy;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("entente outbound").factory());

    GuardedOutbound(OutboundPolicy policy, CheckedNames.Names names, SSLContext tls) {
        this.policy = policy;
        Timeout silence = Timeout.of(policy.silence());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(names, policy))
                        .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(tls)
                                .buildClassic())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(policy.connect()))
                                .setSocketTimeout(silence)
                                .build())
                        .setMaxConnTotal(MOST_AT_ONCE)
                        .setMaxConnPerRoute(MOST_TO_ONE_HOST)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(policy.total()))
                        .setResponseTimeout(silence)
                        .setRedirectsEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Entente")
                .build();
    }

    @Override
    public boolean mayCall(String address) {
        return OutboundAddress.of(address, policy).isPresent();
    }

    @Override
    public OutboundOutcome get(String address, String type, int most) {
        return call(address, HttpGet::new, request -> request.setHeader("Accept", type), response -> {
            if (response.getCode() != 200) {
                return unexpected(response.getCode());
            }
            HttpEntity entity = response.getEntity();
            String given = entity == null ? "" : String.valueOf(entity.getContentType());
            return isOf(type, given) ? body(entity, most) : failed(OutboundFault.TYPE_UNEXPECTED, clipped(given));
        });
    }

    @Override
    public OutboundOutcome post(String address, Map<String, String> headers, byte[] body) {
        return call(
                address,
                HttpPost::new,
                request -> {
                    headers.forEach(request::setHeader);
                    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
                },
                response -> new OutboundOutcome.Answered(response.getCode(), new byte[0]));
    }

    @FunctionalInterface
    private interface Reading {
        OutboundOutcome of(ClassicHttpResponse response) throws IOException;
    }

    private <T extends HttpUriRequestBase> OutboundOutcome call(
            String address,
            java.util.function.Function<URI, T> method,
            java.util.function.Consumer<T> preparation,
            Reading reading) {
        Optional<URI> checked = OutboundAddress.of(address, policy);
        if (checked.isEmpty()) {
            return failed(OutboundFault.ADDRESS_REFUSED, "https and a DNS name are expected");
        }
        T request = method.apply(checked.get());
        preparation.accept(request);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> end = watch.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                policy.total().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return answered(request, reading);
        } catch (IOException e) {
            return late.get() ? failed(OutboundFault.TOO_SLOW, policy.total().toString()) : failure(e);
        } finally {
            end.cancel(false);
        }
    }

    private OutboundOutcome answered(HttpUriRequestBase request, Reading reading) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        try {
            return reading.of(response);
        } finally {
            dismiss(request, response);
        }
    }

    /** What was not read must not be waited for. */
    private static void dismiss(HttpUriRequestBase request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            // the connection broke, as it should
        }
    }

    private static OutboundOutcome failure(IOException e) {
        return switch (e) {
            case CheckedNames.Inside inside ->
                failed(OutboundFault.ADDRESS_INSIDE, "the name leads into a network that is not public");
            case UnknownHostException unknown -> failed(OutboundFault.NAME_UNKNOWN, "");
            case SSLException tls -> failed(OutboundFault.NOT_PROVEN, "TLS");
            case InterruptedIOException slow -> failed(OutboundFault.TOO_SLOW, "no answer");
            default -> failed(OutboundFault.UNREACHABLE, e.getClass().getSimpleName());
        };
    }

    private static OutboundOutcome unexpected(int status) {
        return failed(
                status / 100 == 3 ? OutboundFault.REDIRECTED : OutboundFault.STATUS_UNEXPECTED,
                Integer.toString(status));
    }

    private static OutboundOutcome body(HttpEntity entity, int most) throws IOException {
        if (entity.getContentLength() > most) {
            return failed(OutboundFault.TOO_LARGE, entity.getContentLength() + " bytes");
        }
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        InputStream in = entity.getContent();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            taken.write(buffer, 0, read);
            if (taken.size() > most) {
                return failed(OutboundFault.TOO_LARGE, "more than " + most + " bytes");
            }
        }
        return new OutboundOutcome.Answered(200, taken.toByteArray());
    }

    /** Parameters such as a charset do not matter here. */
    private static boolean isOf(String wanted, String given) {
        return given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(wanted);
    }

    private static String clipped(String given) {
        return given.substring(0, Math.min(given.length(), 60)).replaceAll("[^ -~]", "?");
    }

    private static OutboundOutcome failed(OutboundFault fault, String detail) {
        return new OutboundOutcome.Failed(fault, detail);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
}
