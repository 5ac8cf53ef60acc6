package org.entente.launcher.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.entente.launcher.architecture.SourceTree.Source;
import org.junit.jupiter.api.Test;

/** A rule that cannot fail protects nothing: each is shown to refuse what it is for. */
class RulesCanFailTest {
    private static final String ROOT = RulesCanFailTest.class.getPackageName() + ".broken";
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(ROOT);

    private final DependencyRules dependencies = new DependencyRules(ROOT);
    private final DeclarationRules declarations = new DeclarationRules(ROOT);

    @Test
    void a_module_that_uses_one_above_it_is_refused() {
        assertRefused(dependencies.usesOnlyModulesBelowIt(Module.MODEL), "Operator", "Submission");
    }

    @Test
    void a_model_with_a_foreign_dependency_is_refused() {
        assertRefused(dependencies.modelStandsAlone(), "Submission");
    }

    @Test
    void certs_with_grpc_is_refused() {
        assertRefused(dependencies.needsNoNetwork(), "KeyManager", "io.grpc.Channel");
    }

    @Test
    void a_feature_that_imports_another_is_refused() {
        assertThat(dependencies.featuresStandApart().stream()
                        .filter(rule -> rule.evaluate(BROKEN).hasViolation())
                        .count())
                .isEqualTo(2);
    }

    @Test
    void a_package_cycle_is_refused() {
        assertRefused(dependencies.hasNoPackageCycles(), "model.aeo", "model.origin");
    }

    @Test
    void floating_point_is_refused_in_arrays_too() {
        assertRefused(declarations.declaresNoFloatingPoint(), "weights");
    }

    @Test
    void an_empty_name_is_refused() {
        assertRefused(declarations.saysWhatItIs(), "KeyManager");
    }

    @Test
    void a_file_may_have_300_lines_and_not_301() {
        assertThat(SourceRules.tooLong(List.of(source("//\n".repeat(300))))).isEmpty();
        assertThat(SourceRules.tooLong(List.of(source("//\n".repeat(301))))).hasSize(1);
    }

    @Test
    void a_public_type_without_javadoc_is_refused() {
        assertThat(SourceRules.undocumented(List.of(source("public record A() {}"))))
                .hasSize(1);
        assertThat(SourceRules.undocumented(List.of(source("/* no Javadoc */ public interface A {}"))))
                .hasSize(1);
        assertThat(SourceRules.undocumented(List.of(source("/** */ public enum A {}"))))
                .hasSize(1);
    }

    @Test
    void a_documented_or_hidden_type_passes() {
        assertThat(SourceRules.undocumented(List.of(source("/** Names a member. */ @Deprecated public record A() {}"))))
                .isEmpty();
        assertThat(SourceRules.undocumented(List.of(source("final class A { public static class B {} }"))))
                .isEmpty();
    }

    @Test
    void a_package_without_null_marking_or_words_is_refused() {
        Source type = source("final class A {}");
        assertThat(SourceRules.notNullMarked(List.of(type))).hasSize(1);
        assertThat(SourceRules.notNullMarked(List.of(type, packageInfo("/** Words. */ package a;"))))
                .hasSize(1);
        assertThat(SourceRules.notNullMarked(List.of(type, packageInfo("@NullMarked package a;"))))
                .hasSize(1);
        assertThat(SourceRules.notNullMarked(List.of(type, packageInfo("/** Words. */ @NullMarked package a;"))))
                .isEmpty();
    }

    private static Source source(String text) {
        return new Source("a/A.java", text);
    }

    private static Source packageInfo(String text) {
        return new Source("a/package-info.java", text);
    }

    private static void assertRefused(ArchRule rule, String... words) {
        assertThatThrownBy(() -> rule.check(BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(words);
    }
}
