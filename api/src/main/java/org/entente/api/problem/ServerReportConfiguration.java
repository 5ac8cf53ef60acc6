package org.entente.api.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link ServerReports} in the place of the server's own pages. */
@Configuration(proxyBeanMethods = false)
class ServerReportConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverReports() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ServerReports.class.getName());
            }
        });
    }
}
