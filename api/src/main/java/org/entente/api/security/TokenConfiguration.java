package org.entente.api.security;

import org.entente.api.settings.InstanceSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Which tokens of machines count: those of the one issuer that the settings name, and none if they name none. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    JwtDecoder tokens(InstanceSettings settings) {
        return settings.machines().map(TokenConfiguration::decoder).orElseGet(() -> token -> {
            throw new BadJwtException("no issuer of tokens is set");
        });
    }

    private static JwtDecoder decoder(InstanceSettings.Machines machines) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        machines.jwksUri().toString())
                .jwsAlgorithms(algorithms -> {
                    algorithms.add(SignatureAlgorithm.ES256);
                    algorithms.add(SignatureAlgorithm.PS256);
                    algorithms.add(SignatureAlgorithm.RS256);
                })
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(machines.issuer()),
                new JwtAudienceValidator(machines.audience())));
        return decoder;
    }
}
