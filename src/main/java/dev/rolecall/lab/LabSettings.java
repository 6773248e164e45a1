package dev.rolecall.lab;

import dev.rolecall.cloud.Backing;
import dev.rolecall.course.Lab;
import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.Ids;
import dev.rolecall.progress.RunStore;
import dev.rolecall.snippet.ShellSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// What a run needs from outside.
///
/// @param files the folder for what the run writes: objects' bytes, the learner's own folder
/// @param cache the folder for compiled checks, shared by runs
/// @param store where the run is kept; empty for one that is not kept
/// @param port the cloud's port; 0 for any that is free
/// @param backing where the cloud keeps what it has
/// @param learnerCache the AOT cache of the learner's JVM
/// @param engine names the build, so that checks compiled by another are not taken
/// @param spare whether a second JVM stands by for the learner
/// @param bugs is told what should not have happened in the cloud
public record LabSettings(
        Lab lab,
        Path files,
        Path cache,
        Optional<RunStore> store,
        LabClock clock,
        Ids ids,
        int port,
        Backing backing,
        ShellSettings.AotCache learnerCache,
        String engine,
        boolean spare,
        Consumer<RuntimeException> bugs) {}
