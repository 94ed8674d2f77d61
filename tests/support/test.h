// SPDX-License-Identifier: MIT
#pragma once

#include "core/tasks/functiontable.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace reveille {

/// The base of every test class: a warning printed by the code under test fails the test. A class with an init() of its
/// own calls this one from it.
class Test : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Test)

public:
    Test() = default;

protected Q_SLOTS: // called by name, and not taken for a test function
    void init();
};

struct TestEntry
{
    QString name; ///< of the file, which is also its name in ctest
    std::function<std::unique_ptr<Test>()> create;
};

/// The test classes of this program.
[[nodiscard]] std::vector<TestEntry> &testEntries();

template<typename T>
struct TestRegistration
{
    explicit TestRegistration(const char *file);
};

/// What the worker processes of this program can call: its main() makes one of it where it is asked to.
[[nodiscard]] FunctionTable &workerFunctions();

template<FunctionCallable Callable>
struct WorkerFunctionRegistration
{
    WorkerFunctionRegistration(const QString &name, Callable callable) { workerFunctions().add(name, std::move(callable)); }
};

/// The base name of a source file: "tst_run" of "/x/tst_run.cpp".
[[nodiscard]] QString testName(const char *file);

template<typename T>
TestRegistration<T>::TestRegistration(const char *file)
{
    testEntries().push_back({testName(file), [] { return std::make_unique<T>(); }});
}

} // namespace reveille

/// Makes a test class known to the program's main(), which runs the one that its first argument names, or all.
#define REVEILLE_TEST(TestClass) static const reveille::TestRegistration<TestClass> registration_##TestClass(__FILE__);
