package org.entente.api.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.entente.api.settings.SettingsRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * The OpenID providers of the settings. What a provider says of itself (OpenID Connect Discovery 1.0) is read when somebody
 * first signs in by it, so that an instance starts, and serves everybody else, while a provider cannot be reached.
 */
public final class OutsideServices implements ClientRegistrationRepository {
    /** So long nobody waits for a provider that has just not answered. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** So long others wait while one asks a provider: it may answer late, and nobody's thread is to be kept by that. */
    private static final Duration OTHERS = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(OutsideServices.class);

    private final Map<String, Service> services = new LinkedHashMap<>();

    /** Refuses settings by which nobody could sign in with {@link SettingsRefused}. */
    OutsideServices(OAuth2ClientProperties settings) {
        List<String> problems = new ArrayList<>();
        settings.getRegistration().forEach((name, registration) -> {
            String provider = registration.getProvider() == null ? name : registration.getProvider();
            OAuth2ClientProperties.Provider told = settings.getProvider().get(provider);
            Service service = new Service(name, registration, provider, told);
            if (told == null || told.getIssuerUri() == null) {
                OutsideSignIn.check(service.read(), problems);
            } else {
                OutsideSignIn.checkScope(name, registration.getScope(), problems);
            }
            services.put(name, service);
        });
        if (!problems.isEmpty()) {
            throw new SettingsRefused(problems);
        }
    }

    /**
     * What the sign-in page offers.
     *
     * @return the names of the settings, whether they can be reached or not
     */
    public List<String> names() {
        return List.copyOf(services.keySet());
    }

    boolean isUnreachable(String name) {
        Service service = services.get(name);
        return service != null && service.registration() == null;
    }

    /** Reads what there is to read, so that nobody waits for it later, and the log says early what is wrong. */
    void lookAhead() {
        services.values()
                .forEach(each ->
                        Thread.ofVirtual().name("sign-in service " + each.name).start(each::registration));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String name) {
        Service service = services.get(name);
        return service == null ? null : service.registration();
    }

    /** One provider; known for good once it answered. */
    private static final class Service {
        private final String name;
        private final OAuth2ClientProperties settings = new OAuth2ClientProperties();
        private final ReentrantLock asking = new ReentrantLock();
        private volatile @Nullable ClientRegistration known;
        private long asked = System.nanoTime() - PAUSE.toNanos();

        Service(
                String name,
                OAuth2ClientProperties.Registration registration,
                String provider,
                OAuth2ClientProperties.@Nullable Provider told) {
            this.name = name;
            settings.getRegistration().put(name, registration);
            if (told != null) {
                settings.getProvider().put(provider, told);
            }
        }

        ClientRegistration read() {
            ClientRegistration read = Objects.requireNonNull(new OAuth2ClientPropertiesMapper(settings)
                    .asClientRegistrations()
                    .get(name));
            known = read;
            return read;
        }

        @Nullable
        ClientRegistration registration() {
            if (known != null) {
                return known;
            }
            try {
                if (asking.tryLock(OTHERS.toMillis(), TimeUnit.MILLISECONDS)) {
                    try {
                        ask();
                    } finally {
                        asking.unlock();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return known;
        }

        private void ask() {
            if (known == null && System.nanoTime() - asked >= PAUSE.toNanos()) {
                try {
                    read();
                } catch (RuntimeException e) {
                    LOG.warn("The sign-in service {} cannot be used: {}", name, e.getMessage());
                }
                asked = System.nanoTime();
            }
        }
    }
}
