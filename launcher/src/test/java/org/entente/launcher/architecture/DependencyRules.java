package org.entente.launcher.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may know whom. The root package is a parameter, so that the same rules are shown to fail on the deliberately
 * broken classes under {@code architecture.broken}.
 *
 * <p>Rules may be empty: a module without sources yet breaks nothing. {@link ProductionClasses} makes sure that
 * modules with sources are really looked at.
 */
final class DependencyRules {
    private static final List<String> FEATURES = List.of("aeo", "origin", "container");

    private final String root;

    DependencyRules(String root) {
        this.root = root;
    }

    ArchRule usesOnlyModulesBelowIt(Module module) {
        String[] forbidden = Arrays.stream(Module.values())
                .filter(other -> !module.mayUse(other))
                .map(this::packages)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(packages(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .because("docs/architecture.md gives the direction of dependencies");
    }

    ArchRule modelStandsAlone() {
        return classes()
                .that()
                .resideInAPackage(packages(Module.MODEL))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        packages(Module.MODEL),
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.erdtman.jcs..",
                        "org.jspecify.annotations..")
                .because("every reader, on any ledger and in any year, carries what model depends on");
    }

    ArchRule needsNoNetwork() {
        return noClasses()
                .that()
                .resideInAnyPackage(packages(Module.MODEL), packages(Module.CERTS), packages(Module.PAPER))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.grpc..", "org.hyperledger..", "com.google.protobuf..", "java.net.http..")
                .because("an officer verifies offline");
    }

    ArchRule usesJackson3Only() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .because("Jackson 2 reads other documents than Jackson 3: use tools.jackson");
    }

    List<ArchRule> featuresStandApart() {
        return FEATURES.stream().map(this::featureStandsApart).toList();
    }

    ArchRule hasNoPackageCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a knot of packages can only be read, tested and changed as one");
    }

    private ArchRule featureStandsApart(String feature) {
        return noClasses()
                .that()
                .resideInAPackage(ofFeature(feature))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others(feature).map(this::ofFeature).toArray(String[]::new))
                .allowEmptyShould(true)
                .because("features refer to each other by identifier, never by import");
    }

    private static Stream<String> others(String feature) {
        return FEATURES.stream().filter(other -> !other.equals(feature));
    }

    private String ofFeature(String feature) {
        return root + ".*." + feature + "..";
    }

    private String packages(Module module) {
        return root + "." + module.root() + "..";
    }
}
