package org.entente.api.outbound;

import java.net.InetAddress;
import org.apache.hc.core5.ssl.SSLContexts;
import org.entente.api.settings.InstanceSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client of an instance. */
@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {
    /** Trusts whom the JVM trusts ({@code javax.net.ssl.trustStore}). */
    @Bean(destroyMethod = "close")
    Outbound outbound(InstanceSettings settings) {
        boolean inside = settings.verification().fetchFromPrivateAddresses();
        return new GuardedOutbound(
                OutboundPolicy.of(inside, "http".equals(settings.baseUrl().getScheme())),
                InetAddress::getAllByName,
                SSLContexts.createSystemDefault());
    }
}
