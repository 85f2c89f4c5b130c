import type { ErrorInfo, ReactNode } from 'react';
import { Component } from 'react';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Stopped } from './stopped.tsx';

/** With another `place` the broken screen is left behind. */
type Props = { readonly place?: string; readonly children: ReactNode };
type State = { readonly error: Error | undefined };

/** The one place that bugs reach. React has no boundary but a class. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    void desktop.appReportProblem({
      message: error.message,
      stack: `${error.stack ?? ''}\n${info.componentStack ?? ''}`,
    });
  }

  override componentDidUpdate(before: Props): void {
    if (before.place !== this.props.place && this.state.error !== undefined) this.setState({ error: undefined });
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? (
      this.props.children
    ) : (
      <Stopped error={error} onAgain={() => this.setState({ error: undefined })} />
    );
  }
}
