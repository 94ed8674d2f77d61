// SPDX-License-Identifier: MIT
// Linked where the thread sanitizer meets a Qt that was built without it. It sees none of the locks inside of Qt then, and
// takes whatever one thread hands to another for a race. So the functions of Qt by which our code hands over, waits and
// receives are replaced by ones which, to the sanitizer, hold one lock as they begin and as they end. This hides a race
// where both threads make such calls between its two sides; an instrumented Qt (instrumented_qt.sh) shows it.

#include <QCoreApplication>
#include <QFutureInterface>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace {

void meetOthers()
{
    static char lock;
    __tsan_acquire(&lock);
    __tsan_release(&lock);
}

class Meeting final
{
    Q_DISABLE_COPY_MOVE(Meeting)

public:
    Meeting() { meetOthers(); }
    ~Meeting() { meetOthers(); }
};

// Qt's own function, of this mangled name.
template<typename Result, typename... Arguments>
Result callQt(const char *name, Arguments... arguments)
{
    const auto function = reinterpret_cast<Result (*)(Arguments...)>(dlsym(RTLD_NEXT, name));
    const Meeting meeting;
    return function(arguments...);
}

// A slot that threads share; Qt counts its owners out of sight.
class MeetingSlot final : public QtPrivate::QSlotObjectBase
{
public:
    explicit MeetingSlot(QSlotObjectBase *slot) : QSlotObjectBase(&act), m_slot(slot) {}

private:
    static void act(int which, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *isEqual)
    {
        const Meeting meeting;
        QSlotObjectBase *slot = static_cast<MeetingSlot *>(self)->m_slot;
        switch (which) {
        case Call: return slot->call(receiver, arguments);
        case Compare: *isEqual = slot->compare(arguments); return;
        case Destroy: slot->destroyIfLastRef(); delete static_cast<MeetingSlot *>(self);
        }
    }

    QSlotObjectBase *m_slot;
};

using Continuation = std::function<void(const QFutureInterfaceBase &)>;

Continuation meeting(Continuation continuation)
{
    return [continuation = std::move(continuation)](const QFutureInterfaceBase &future) {
        const Meeting meeting;
        continuation(future);
    };
}

// Called for each event that is delivered, on any thread.
const bool isRegistered = QInternal::registerCallback(QInternal::EventNotifyCallback, [](void **) {
    meetOthers();
    return false;
});

} // namespace

// What no such function can tell of:
// - Qt frees what threads shared by its own counts, and ends the condition on which Qt Test's watchdog has waited;
// - a queued signal copies its arguments and is delivered before activate() returns;
// - Qt counts the owners of a future, and its last one frees it.
// - who waits for the table of connections does so in a mutex that Qt takes from a list of its own, which it makes as it is needed.
extern "C" const char *__tsan_default_suppressions();
extern "C" const char *__tsan_default_suppressions()
{
    return "called_from_lib:libQt6Core.so.6\n"
           "race:QMetaType::construct\n"
           "race:~QFutureInterface\n"
           "mutex:QSqlDatabase\n";
}

void QMetaObject::activate(QObject *sender, const QMetaObject *meta, int signal, void **arguments)
{
    callQt<void>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv", sender, meta, signal, arguments);
}

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result)
{
    return callQt<bool>("_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv",
                        object, static_cast<QtPrivate::QSlotObjectBase *>(new MeetingSlot(slot)), type, result);
}

void QObject::deleteLater() { callQt<void>("_ZN7QObject11deleteLaterEv", this); }

void QFutureInterfaceBase::setContinuation(Continuation continuation)
{
    callQt<void, QFutureInterfaceBase *, const Continuation &>("_ZN20QFutureInterfaceBase15setContinuationESt8functionIFvRKS_EE",
                                                               this, meeting(std::move(continuation)));
}

void QFutureInterfaceBase::setContinuation(Continuation continuation, QFutureInterfaceBasePrivate *parent)
{
    callQt<void, QFutureInterfaceBase *, const Continuation &>(
        "_ZN20QFutureInterfaceBase15setContinuationESt8functionIFvRKS_EEP27QFutureInterfaceBasePrivate", this,
        meeting(std::move(continuation)), parent);
}

void QFutureInterfaceBase::reportFinished() { callQt<void>("_ZN20QFutureInterfaceBase14reportFinishedEv", this); }
void QFutureInterfaceBase::reportResultsReady(int begin, int end) { callQt<void>("_ZN20QFutureInterfaceBase18reportResultsReadyEii", this, begin, end); }
void QFutureInterfaceBase::runContinuation() const { callQt<void>("_ZNK20QFutureInterfaceBase15runContinuationEv", this); }
void QFutureInterfaceBase::waitForResult(int index) { callQt<void>("_ZN20QFutureInterfaceBase13waitForResultEi", this, index); }
bool QFutureInterfaceBase::queryState(State state) const { return callQt<bool>("_ZNK20QFutureInterfaceBase10queryStateENS_5StateE", this, state); }
bool QFutureInterfaceBase::derefT() const noexcept { return callQt<bool>("_ZNK20QFutureInterfaceBase6derefTEv", this); }

void QSemaphore::acquire(int count) { callQt<void>("_ZN10QSemaphore7acquireEi", this, count); }
void QSemaphore::release(int count) { callQt<void>("_ZN10QSemaphore7releaseEi", this, count); }

void QThread::start(Priority priority)
{
    connect(this, &QThread::finished, this, &meetOthers, Qt::DirectConnection); // before anybody waits no longer
    callQt<void>("_ZN7QThread5startENS_8PriorityE", this, priority);
}

bool QThread::wait(QDeadlineTimer deadline) { return callQt<bool>("_ZN7QThread4waitE14QDeadlineTimer", this, deadline); }

void QThreadPool::start(QRunnable *work, int priority) { callQt<void>("_ZN11QThreadPool5startEP9QRunnablei", this, work, priority); }
bool QThreadPool::waitForDone(int patience) { return callQt<bool>("_ZN11QThreadPool11waitForDoneEi", this, patience); }
