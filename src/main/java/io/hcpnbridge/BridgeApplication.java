package io.hcpnbridge;

import io.hcpnbridge.check.CheckMode;
import io.hcpnbridge.describe.Description;
import io.hcpnbridge.memory.MemoryGuard;
import io.hcpnbridge.tryout.Tryout;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the adapter; what it does is in {@code routes/} and {@code mappings/}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BridgeApplication {
    /** The adapter's clock; every reading of the time goes through it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] args) {
        if (Description.isWanted(args)) {
            System.exit(Description.main(args));
        }
        if (Tryout.isWanted(args)) {
            System.exit(Tryout.main(args));
        }
        var context = SpringApplication.run(BridgeApplication.class, args);
        MemoryGuard.install();
        if (CheckMode.isOn(context.getEnvironment())) {
            System.exit(SpringApplication.exit(context));
        }
    }
}
