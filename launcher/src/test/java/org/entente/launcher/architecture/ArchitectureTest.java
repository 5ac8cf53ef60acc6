package org.entente.launcher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.entente.launcher.architecture.SourceTree.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the structure that docs/architecture.md describes. */
class ArchitectureTest {
    private final DependencyRules dependencies = new DependencyRules(ProductionClasses.ROOT);
    private final DeclarationRules declarations = new DeclarationRules(ProductionClasses.ROOT);

    @ParameterizedTest
    @EnumSource
    void looks_at_every_module_that_has_sources(Module module) {
        assertThat(ProductionClasses.contains(module))
                .as("classes of " + module.folder() + " on the class path")
                .isEqualTo(!SourceTree.main(module).isEmpty());
    }

    @Test
    void every_class_belongs_to_a_module() {
        assertThat(ProductionClasses.ALL)
                .allMatch(type ->
                        Arrays.stream(Module.values()).anyMatch(module -> ProductionClasses.belongsTo(module, type)));
    }

    @ParameterizedTest
    @EnumSource
    void a_module_uses_only_the_modules_below_it(Module module) {
        dependencies.usesOnlyModulesBelowIt(module).check(ProductionClasses.ALL);
    }

    @Test
    void model_stands_alone() {
        dependencies.modelStandsAlone().check(ProductionClasses.ALL);
    }

    @Test
    void model_certs_and_paper_need_no_network() {
        dependencies.needsNoNetwork().check(ProductionClasses.ALL);
    }

    @Test
    void only_jackson_3_is_used() {
        dependencies.usesJackson3Only().check(ProductionClasses.ALL);
    }

    @Test
    void features_never_import_one_another() {
        dependencies.featuresStandApart().forEach(rule -> rule.check(ProductionClasses.ALL));
    }

    @Test
    void packages_form_no_cycles() {
        dependencies.hasNoPackageCycles().check(ProductionClasses.ALL);
    }

    @Test
    void model_and_contract_declare_no_floating_point() {
        declarations.declaresNoFloatingPoint().check(ProductionClasses.ALL);
    }

    @Test
    void names_say_what_a_class_is() {
        declarations.saysWhatItIs().check(ProductionClasses.ALL);
    }

    @ParameterizedTest
    @EnumSource
    void files_stay_short(Module module) {
        assertThat(SourceRules.tooLong(allSources(module))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void packages_are_null_marked_and_say_what_they_are_for(Module module) {
        assertThat(SourceRules.notNullMarked(allSources(module))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void public_types_say_what_they_are_for(Module module) {
        assertThat(SourceRules.undocumented(SourceTree.main(module))).isEmpty();
    }

    private static List<Source> allSources(Module module) {
        return Stream.concat(SourceTree.main(module).stream(), SourceTree.test(module).stream())
                .toList();
    }
}
