package org.entente.api.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the checked settings before anything that needs them. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {
    @Bean
    InstanceSettings instanceSettings(EntenteSettings settings) {
        return SettingsCheck.check(settings);
    }
}
