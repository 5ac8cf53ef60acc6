package org.entente.client.stage;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A network that loses requests or answers of a method, so often as it is told to. */
public final class Faults implements ClientInterceptor {
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final List<Object> lost = new CopyOnWriteArrayList<>();
    private volatile Status refusal = Status.UNAVAILABLE;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    /** Loses the next requests of a method: the peer never hears of them. */
    public Faults loseRequests(String method, int count) {
        requests.put(method, new AtomicInteger(count));
        return this;
    }

    /** The requests that were lost, in order: they may still be under way. */
    public List<Object> lost() {
        return List.copyOf(lost);
    }

    /** Refuses the next requests of a method: the peer never hears of them. */
    public Faults refuse(String method, Status.Code with, int count) {
        refusal = with.toStatus();
        return loseRequests(method, count);
    }

    /** Loses the next answers of a method: the peer has done what was asked. */
    public Faults loseAnswers(String method, int count) {
        answers.put(method, new AtomicInteger(count));
        return this;
    }

    /** How often a method was called, lost calls included. */
    public int calls(String method) {
        return calls.getOrDefault(method, new AtomicInteger()).get();
    }

    private static boolean takeOne(Map<String, AtomicInteger> left, String method) {
        AtomicInteger count = left.get(method);
        return count != null && count.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        String name = String.valueOf(method.getBareMethodName());
        calls.computeIfAbsent(name, key -> new AtomicInteger()).incrementAndGet();
        boolean request = takeOne(requests, name);
        boolean answer = !request && takeOne(answers, name);
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                if (request) {
                    listener.onClose(refusal.withDescription("lost"), new Metadata());
                } else {
                    super.start(answer ? deaf(listener) : listener, headers);
                }
            }

            @Override
            public void sendMessage(Q message) {
                if (request) {
                    lost.add(message);
                } else {
                    super.sendMessage(message);
                }
            }

            @Override
            public void request(int messages) {
                if (!request) {
                    super.request(messages);
                }
            }

            @Override
            public void halfClose() {
                if (!request) {
                    super.halfClose();
                }
            }
        };
    }

    private static <A> ClientCall.Listener<A> deaf(ClientCall.Listener<A> listener) {
        return new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onMessage(A message) {
                // lost on the way
            }

            @Override
            public void onClose(Status status, Metadata trailers) {
                super.onClose(Status.UNAVAILABLE.withDescription("lost"), new Metadata());
            }
        };
    }
}
