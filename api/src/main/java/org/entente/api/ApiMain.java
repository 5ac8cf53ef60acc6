package org.entente.api;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts one instance of one member's API: {@code ApiMain <settings file>}. The file is YAML or Java properties; any number
 * of instances may be started with the same one and another {@code server.port}.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ApiMain {
    /**
     * Runs until the process is asked to end.
     *
     * @param args the settings file; further arguments as {@code --name=value}
     */
    public static void main(String[] args) {
        start(args);
    }

    /**
     * Starts an instance in this process.
     *
     * @param args the settings file first, if there is one; then {@code --name=value}
     * @return the running instance
     */
    public static org.springframework.context.ConfigurableApplicationContext start(String... args) {
        SpringApplication application = new SpringApplication(ApiMain.class);
        if (args.length > 0 && !args[0].startsWith("--")) {
            application.setDefaultProperties(Map.of(
                    "spring.config.import",
                    Path.of(args[0]).toAbsolutePath().toUri().toString()));
        }
        return application.run(args);
    }
}
